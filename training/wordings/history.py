"""Wordings of the first half of a visit: why the patient came, and the history. `d_` is the doctor, `p_` the patient."""

TEXT = """
@d_greet
[Good morning|Good afternoon|Hello|Hi], {who}. What [brings you in|can I do for you|is going on] today?
[Hi|Hello] {who}, [come in|have a seat|nice to see you]. [What's going on|How can I help|What's troubling you]?
{who}, [good to see you|thanks for coming in]. Tell me [what's been happening|why you came in|what the trouble is].
[Come on in|Please sit down], {who}. [So what's up|What seems to be the problem|What's bothering you]?
[Okay|All right], {who}, [I'm one of the doctors here|I have your chart here]. What [made you come in|is the matter]?
[Welcome|Morning|Afternoon], {who}. [How have you been|How are you feeling|What's new]?
[Sorry for the wait|Thanks for waiting], {who}. [What are we looking at today|What can I help you with|What's the concern]?
So, {who}, [the nurse said you're not well|I hear you've had some trouble]. [Tell me more|Go ahead|Tell me about it].
@p_complaint
[Well, |So, |Um, |]I've [had|been having] {sx} for [about |around |]{dur}.
[It's|Really it's|Mainly it's] {sx}. [Started|It began|Came on] [about |maybe |]{dur} ago.
For [the last|the past] {dur} I've [had|been dealing with|been putting up with] {sx}.
I [keep getting|keep having|have got] {sx}, [going on|that's been] {dur} now.
[Not great|Not so good], doctor. [I have|I've got] {sx}, and it's been {dur}[ already|].
[About |Roughly |]{dur} ago I [noticed|started having|woke up with] {sx}[ and it hasn't left|].
[I'm here about|I came because of|It's about] {sx}. [It's been|We're at|That's] {dur} now.
[Honestly|To tell the truth], {sx}. [I've had it|It's gone on] for {dur}.
@p_complaint_only
[Well, |So, |Um, |]I've [had|been having] {sx}.
[It's|Really it's|Mainly it's] {sx}[, doctor|].
[I keep getting|I keep having|I've got|I have] {sx}[ and I'm tired of it|].
[I'm here about|I came because of|It's about] {sx}.
[Not great|Not so good]. [I have|I've got] {sx}.
[Honestly|To tell the truth|Same old story], {sx}[ again|].
[My main problem is|What bothers me is] {sx}[ really|].
@d_ask_duration
[How long|For how long] has [this|that|it] been [going on|happening|bothering you]?
[And when|When] did [this|that|it all|it] [start|begin|come on]?
[How long have you had|Since when have you had] [this|that|it]?
[Do you remember|Can you tell me|Do you know] when it [started|first came on]?
[Is this new|Is that recent], or how long [has it been|have you noticed it]?
[Can you put a time on it|When did you first notice it][, roughly|]?
[And how many days or weeks|And over what time][ are we talking| has this been|]?
@p_duration
[About|Around|Maybe|Roughly|I'd say] {dur}[ now|].
[It's been|Must be] [about |around |]{dur}[, I think|].
[For|Going on] {dur}[ or so|, give or take|].
[It started|It began|It came on] [about |maybe |]{dur} ago[, I think|].
[Oh, |Well, |]{dur}[, I guess|, more or less|].
[Let me think|Hmm]... {dur}[ now|].
[Probably|Close to|Something like] {dur}[ or so|].
@d_ask_more
[Anything else|Any other symptoms|Anything more] [with it|along with that|going on|besides that]?
[What else|And what else] have you [noticed|felt|had]?
Did [anything else|any other trouble] [come along with it|start with it|show up]?
[Okay|I see|Right]. [And besides that|And apart from that|On top of that]?
[Have you noticed|Have you had] [anything else|other problems|any other changes]?
[Is that all|Is that the only thing], or [is there more|is there something else]?
[Tell me everything else|Keep going][ you've noticed|, what else|].
@p_more
[Yes, |Yeah, |]{sx}[ too| as well|].
[I also have|I've also had|I've got] {sx}[ with it|].
[There's been|There's] [some |]{sx}[ as well| too|].
[And|Also|Plus] {sx}[, now that you ask|, come to think of it|].
[Mm-hm, |Well, |]I've [noticed|had] {sx}[ too|].
{sx}[, that's the other thing|, on top of it all|, sometimes|].
[And then there's|Then I also get] {sx}[, if that matters|].
@d_ask_side
[Which side|Left or right|Is it the left or the right][ is it| exactly|]?
[Both sides or just one|One side or both][, would you say|]?
[And on what side|And which side] [is that|do you feel it][ mostly|]?
[Show me|Tell me] which side[ it is| hurts| bothers you|].
[Is that|Would that be] [left, right|the right, the left] or both?
[Just so I have it right|To be clear], which side?
@p_side
[The|On the|It's the] {side}[ one| side|][, doctor|].
[{side}|Just the {side}|Only the {side}][. Always the {side}|].
[Mostly the|Always the|It's on the] {side}[, I'd say|].
[This one here|Here], the {side}[ one| side|].
[Definitely|Only] [the|on the] {side}[ side|].
@p_side_both
[Both|Both sides|On both sides|It's both][, doctor|, pretty much|, the same|].
[Left and right|Right and left|The two of them][, the same| equally|].
[Both of them|It's on both sides][, I'm afraid|, actually|].
[Well, |Oh, ][both|both sides][ really|].
[Each side|It moves, so both][, about equally|].
@d_ask_age
[And |So |]how old are you[ now| these days|]?
[Remind me of|What's|Tell me] your age[, please|]?
[Your age is|You are how old]...?
[And|Okay, and] your age[, for the record| today|]?
[Can you tell me|May I ask|Could I get] [your age|how old you are]?
[What age|How many years old] are you[ now|]?
[Just for the chart|For the record], how old are you?
@p_age
[I'm|I am] {age}[ years old|][, doctor|].
{age}[ years old|, last month|, believe it or not|].
[I just turned|I turned|I'll stay] {age}[ this year| in spring|].
[I'm|Oh, I'm] {age}[ now|, and I feel it|].
[Going on|Well], um, {age}[ now|].
{age}. [Time flies|Getting old|Don't tell anyone].
@d_state_age
[So you're|You're] {age}[ now|], [correct|right|is that right]?
[My chart says|It says here] you're {age}[, correct|, right|]?
[Let me see|Let's see], {age} years old[, yes|, right|, correct]?
[And at|Now at] {age}[ years old|], [you live on your own|you're keeping well otherwise]?
[I have you down as|The system has you as] {age}[ years old|]?
@p_yes
[Yes|Yeah|Correct|That's right|Right][, doctor|, that's me|].
[Yep|Uh-huh|Mm-hm][, that's it| indeed|].
[That is correct|Exactly|You got it][, doctor|].
[Sure|Yes, I do|I am][, thanks|].
[Afraid so|Indeed|Yes indeed][, doctor|].
@d_ask_severity
[How bad is it|How bad does it get|How would you rate it][, from zero to ten|, out of ten|, zero to ten]?
On a scale of [one to ten|zero to ten], [how bad is it|where would you put it|how strong is it]?
[If ten is the worst|With ten the worst ever], [what number is it|how would you score it]?
[Give me a number|Can you give me a number] [from zero to ten|out of ten]?
[And how severe|How severe] [is it|would you say it is][ out of ten|, zero to ten]?
[Zero to ten|Out of ten], [how much does it bother you|how bad]?
@p_severity
[I'd say|Maybe|About|Probably] [a |]{sev}[ out of ten|].
[It's|That's] [a |about a |]{sev}[ right now| at its worst| on most days|].
{sev}[, I guess|, give or take| out of ten|].
[At worst|On bad days] [a |]{sev}[ or so|].
[Hmm, |Oh, |][a |]{sev}[, easily|, I suppose|].
[Let me think|Hard to say]... {sev}[ out of ten|].
@d_ask_modifiers
[Does anything make it|What makes it|Is there anything that makes it] [better or worse|worse or better]?
[When is it|Is there a time when it's] [worst|better or worse|at its worst]?
[Any triggers|Anything that sets it off], [or anything that helps|or that eases it]?
[What have you tried for it|Have you found anything that helps]?
[Is there a pattern to it|Do you see a pattern][, better or worse at times|]?
[What brings it on|What sets it off][, and what helps|]?
@p_worse
[It's|It gets] [worse|a lot worse|really bad] {worse}.
[Worse|Much worse|Worst] {worse}[, for sure|, I'd say|].
{worse} [it flares up|it's at its worst|it gets worse].
[I notice it more|It bothers me most|I feel it most] {worse}.
[Mostly|Mainly] {worse}[, that's when it's bad|, that's the worst|].
[Oh, |Well, |]it [acts up|kicks in|comes on] {worse}.
@p_better
[It's|It gets] [better|a bit better|easier] {better}.
[It eases|It settles|It calms down] {better}.
[I get some relief|I feel better|It helps a bit] {better}.
{better} [it eases|it's not so bad|I feel better].
[Better|A little better] {better}[, I'd say|, thankfully|].
[The only relief is|What helps is] [well, |]{better}.
@d_ask_course
[Is it|Would you say it's] [getting better, worse or staying the same|better or worse since it started]?
[Has it|Has that] [changed since it began|changed over time|been changing]?
[And how is it going|How has it been going][ since then| lately|]?
[Which way is it heading|What's the trend][, better or worse|]?
[Is it there all the time|Is it constant], or [does it come and go|on and off]?
[Overall|All in all], [is it improving|how is it developing]?
@p_course
[It's|I'd say it's|It seems to be] {course}.
[{course}|Pretty much {course}][, I'd say|, I think|, really].
[Honestly|If anything], [it's |]{course}.
[Lately|These days] it's [been |]{course}.
[Hmm, |Well, |Oh, |]{course}[, I think|].
[I feel|I think|My wife says] it's {course}.
@d_ask_denied
[Any|And any|Have you had any] {neg}?
[Have you noticed|Did you notice] [any |]{neg}?
[Do you have|Are you having|Do you get] [any |]{neg}?
[What about|How about] {neg}[ at all|]?
[No|And no] {neg}, [I take it|right|correct]?
[Just to check|Let me ask], [any |]{neg}?
@p_deny
[No|Nope|No, nothing like that|No, none of that][, doctor|, thankfully|].
[Not at all|Never|Nothing like that][, no|, thank goodness|].
[I don't think so|Not that I noticed|Not really][, no|].
[None|None of those|Nothing][, luckily| so far|].
[Uh-uh|Mm, no|Oh no][, not me|, nothing like it|].
[No, I haven't|I haven't, no|No, that's been fine][, thanks|].
@d_ask_history
[Any|Do you have any|Have you got any] [medical problems|long-term illnesses|health conditions|past illnesses]?
What [conditions|illnesses|health problems] have you [been treated for|had before|been told you have]?
[Anything in your medical history|Any medical history] [I should know about|worth mentioning]?
[Are you otherwise healthy|Have you been healthy otherwise][, or is there anything chronic|]?
[Tell me about|Let's go over] your [medical history|past history|health history].
[Any past surgeries or illnesses|Any operations or ongoing conditions]?
@p_history
[I have|I've got|I do have] {hx}.
[Just|Only|Well,] {hx}[, that's all|].
[They told me I have|I was told I have|Years ago they found] {hx}.
[My history is|On my list there's] {hx}[, I think|].
[Yes, |Yeah, |]{hx}[, for years| for a while now|].
[There's|Well, there's] {hx}[, nothing more|].
@p_history_none
[No|Nope], [I've been healthy|nothing|I'm healthy otherwise][, thankfully|].
[Nothing really|Nothing|None][, I've been lucky|].
[I've never been sick|I'm never ill|Not a thing][, really|].
[No conditions|No illnesses][ that I know of|].
[Healthy as a horse|Fit as a fiddle][, otherwise|, until now|].
@d_ask_family
[Any|Is there any|Do you have any] [illness|disease|medical problems] [in the family|that run in the family]?
[What about|How about|Tell me about] your family[, any illnesses| history|]?
[Do any conditions|Does anything] run in [the|your] family?
[Are your parents healthy|Anything in parents or siblings][, any diseases|]?
[Family history|And family history][, anything there|]?
Has anyone in [the|your] family [been ill|had something serious][, as far as you know|]?
@p_family
{rel} [had|has had|suffered from] {ill}.
[Yes, |Well, |]{rel} [had|got] {ill}.
[There's|It was] {rel}, [with|who had] {ill}.
{ill}[, that was|, on the side of] {rel}.
[I think|I believe] {rel} had {ill}.
[Only|Just] {rel}, [who had|with] {ill}.
@p_family_none
[No, |Nope, |]nothing [in the family|that I know of|runs in the family].
[They're all healthy|Everyone's healthy|All well][, thankfully|].
[Not that I know of|None I know of][, no|].
[No|None], [we're a healthy bunch|my family is healthy].
[Nothing|Nothing special][ in my family| there|].
"""
