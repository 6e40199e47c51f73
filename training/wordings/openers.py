"""Words that come before almost any turn: hesitation, hedges, acknowledgements. They multiply every slot's variety."""

TEXT = """
@d_opener
[Okay|Right|Good|Great|Fine]. 
[Okay|All right|Right|Now], [so |then |]
[Thanks|Thank you|Thanks for that]. 
[I see|I understand|Got it|Understood]. 
[Mm-hm|Uh-huh|Mm]. 
[Let me see|Let me think|Let's see]. 
[Sorry to hear that|That sounds tough|Oh dear|Poor you]. 
[And|So|Well], 
[One more question|Next|Moving on]. 
[That's helpful|Good to know|Noted]. 
@p_opener
[Um|Uh|Er|Hm], 
[Well|So|Oh|Ah], 
[Let me think|Good question|Let's see]. 
[I think|I guess|If I remember right], 
[You know|I mean|Like I said], 
[To be honest|Honestly|Frankly], 
[Sorry|Pardon me], 
[Oh yes|Ah yes|Right|Okay]. 
[As far as I know|From what I recall], 
[Funny you ask|I was going to say|Glad you ask]. 
@repair
{wrong}[, no, |, no wait, |, sorry, |... no, |, wait, |, ah no, |, hold on, |, not that, |... sorry, |, oops, ]{right}
{wrong}[, I mean |, I meant |, make that |, rather |, well, make it |, better say |, or let's say ]{right}
{wrong}[, or no, |, wait a minute, |, correction, |, I take that back, |, hang on, |, let me correct that, |... ]{right}
{wrong}[, scratch that, |, my mistake, |, excuse me, |, wrong, |, I misspoke, |, that's not right, ]{right}
{wrong}[, sorry no, |, oh no, |, let me see, no, |, give me a second, |, silly me, |, no no, |, well, actually ]{right}
"""
