"""Wordings of the middle of a visit: medicines, allergies, habits, and the talk that carries no fact."""

TEXT = """
@d_ask_meds
[What|Which] [medicines|medications|pills] [do you take|are you on|are you taking][ regularly| these days|]?
[Are you|Are you currently] [on|taking] any [medications|medicines|pills]?
[Tell me about|Let's go through|Can we go over] your [medications|medicines|current meds].
[Any|Do you take any] [regular medicines|medication|tablets][ at home|]?
[What's on|Walk me through] your [medicine list|pill list|medication list]?
[And your medicines|And meds], [what are you on|anything regular]?
@p_med
I take {name}, {dose}, {freq}.
[{name} {dose}|{name}, {dose}], {freq}.
[I'm on|They have me on] {name}[, | ]{dose}, {freq}.
[There's|It's] {name}, [the {dose} one|{dose}], {freq}.
{dose} of {name}[, | ]{freq}.
{name}, {freq}, {dose}[ I think| each time|].
{freq} I [take|use] {dose} of {name}.
I [use|have] {name}, {dose}[, I take it| and that's] {freq}.
@p_med_lay
My {lay}, {name}, {dose}, {freq}.
[There's my|I have my|Just the] {lay}, [that's|it's called] {name}, {dose}, {freq}.
[The|My] {lay}. [It's|That's] {name} {dose}, {freq}.
[For the {lay}|As a {lay}] I [take|have] {name}, {dose}, {freq}.
{name}, that's the {lay}, {dose} {freq}.
A {lay}[ called|,] {name}, {dose}, {freq}.
@p_med_name
[I take|I'm on|There's] {name}[, but I forget how much|].
{name}[, mostly|, for a while now|, I think it's called|].
[My doctor gave me|They put me on] {name}[ last year|].
[Just|Only] {name}[, as far as I know|].
[Well, |Um, |]{name}[ for one|].
[It's|It's called] {name}[, if I say it right|].
@d_ask_dose
[What dose|Which dose|What strength][ is that| of {name}|], and how often?
[How much|How much {name}] [do you take|is it], and when?
[Do you know|Do you remember] the dose[ of {name}|]?
[And the dose|And how much of the {name}][, and how often|]?
[What does the bottle say|Do you have the bottle][, how much and how often|]?
[How do you take it|How do you take the {name}][, exactly|]?
@p_dose
{dose}, {freq}.
[It's|That's|I think it's] {dose}, {freq}.
[The|I have the] {dose} one[s|], {freq}.
{dose}. I take [it|that] {freq}.
[Um, |Let me look... |]{dose} {freq}.
{freq}, {dose}[ each time|].
[The bottle says|It says] {dose}, {freq}.
@d_more_meds
[Anything else|Any others|What else][ you take|]?
[Okay|Got it|Right|Thanks]. [And what else|Others|More]?
[Any other pills|Any more medicines|Other medications]?
[Is that everything|Is that all][ or is there more|]?
[Go on|Keep going|Next][, what else|]?
[And apart from that|And besides that one][, any medicine|]?
@p_next_med
[And|Also|Then] {name}, {dose}, {freq}.
[Yes, |Oh, |And then ]{name} {dose}, {freq}.
[And I take|I also take|I'm also on] {name}[, | ]{dose}, {freq}.
[Then there's|There's also] {name}, {dose} {freq}.
[And|Plus] {dose} of {name}, {freq}.
[And {freq}|Then {freq}] {name}, {dose}.
@p_meds_none
[None|Nothing|No pills][ at the moment| at all|, no|].
[I don't take anything|I take nothing][, not even vitamins| regularly|].
[No, |Nope, |][nothing regular|no medicines|not a thing].
[I'm not on any|I don't use any][ medicines|, thank goodness|].
[Nothing|None], [I try to avoid pills|never have].
@p_late_med
[Oh, and I forgot|Oh wait, I forgot|Sorry, I forgot to say], I [also |]take {name}, {dose}, {freq}.
[By the way|Before I forget], [there's also|I'm also on] {name} {dose}, {freq}.
[I should have said|I didn't mention], I [use|take] {name} too, {dose}, {freq}.
[One more thing|Another thing], {name}, {dose}, {freq}. [I take that too|That's a pill I left out].
[Going back to the pills|About my medicines], there's [also |]{name}, {dose} {freq}.
[Actually|Hang on], I [take|use] {name} as well. {dose}, {freq}.
@d_late_ack
[Good to know|Glad you said so|Thanks for telling me][, noted|].
[Okay|Right|Got it], [I'll add that|that goes on the list].
[No problem|That's fine], [I have it now|I'll write it down].
[Ah, |Oh, ][okay|good that you remembered].
[Noted|That helps][, thank you|, thanks].
@d_ask_allergy
[Any|Do you have any|Have you got any] [allergies|drug allergies|allergies to medicines]?
[Are you|And are you] allergic to [anything|any medicines|any drugs]?
[Have you ever had|Did you ever have] a [bad|serious] reaction to a [medicine|drug|food]?
[What about|How about|And] allergies[, any at all|]?
[Any medicine|Anything] you [can't take|react to|don't tolerate]?
[Allergies|Drug allergies][, yes or no|]?
@p_allergy
[Yes, |Yeah, |]{agent}. [It gives me|I get|It gave me] {reaction}.
[I'm allergic to|I react to|I can't take] {agent}, [it gives me|I get] {reaction}.
{agent}[, I had|, I get|. It causes] {reaction}[ from it|].
[I get|I got|I had] {reaction} from {agent}[ once| as a kid|].
[Only|Just] {agent}, [with|that's] {reaction}.
[Keep me away from|No] {agent}[, please|], [I end up with|I get] {reaction}.
@p_allergy_none
[No|No allergies|None|Nope][, none at all| that I know of|, nothing].
[Not that I know of|Not as far as I know][, no|].
[I'm not allergic|I don't react] to anything[, no|].
[Nothing|None][, I've been lucky there|, I can take anything|].
[No, never|Never had one|Not to my knowledge][, doctor|].
@d_ask_smoking
[Do you|And do you] smoke[ at all|, or did you ever|]?
[Any|What about] [tobacco|cigarettes|smoking]?
[Are you a smoker|Have you ever smoked|Did you ever smoke]?
[And cigarettes|And tobacco][, do you smoke|]?
[Do you use tobacco|Any smoking][, now or in the past|]?
@p_smoker
[Yes, |Yeah, |]about {n} cigarettes a day.
[I smoke|I'm down to|I go through] {n} [cigarettes a day|a day].
{n} a day[, I know, I should quit|, sorry to say|].
[Still|Sadly], {n} cigarettes a day.
[Around|Maybe] {n} [smokes a day|cigarettes a day|a day].
@p_ex_smoker
[I quit|I stopped|I gave it up] {n} years ago.
[Not anymore|Used to], [I quit|I stopped] {n} years ago.
[I used to|I did], [but that's over|but I quit], {n} years ago[ now|].
[No, not for|Not for the last] {n} years. I quit.
[Quit|Stopped] {n} years ago[, best thing I did|, thankfully|].
@p_never_smoker
[No|Nope|No, never|Never][, I don't smoke|, not once|].
[I've never smoked|I never smoked][, no|, doctor|].
[Never touched them|Never in my life|Not ever].
[No, never tried it|No, I don't|Not me, never].
[Never|Can't stand the smell, never][ smoked|].
@d_ask_alcohol
[Do you|And do you] drink[ alcohol|][ at all|]?
[What about|How about|And] alcohol[, how much| at all|]?
[How much|How many drinks] [do you drink|do you have] [a week|in a week]?
[Any|And any] [alcohol|beer or wine]?
[Do you have a drink|Do you enjoy a drink][ now and then|]?
@p_drinks
[About|Maybe|Around|I'd say] {n} drinks a week.
{n} [beers|glasses|drinks] a week[, no more|, or so|].
[I have|I drink] [about |]{n} [drinks|beers|glasses of wine] a week.
[Just|Only] {n} [drinks|glasses] a week.
[Well, |Oh, |]{n} a week[, on weekends mostly|, I guess|].
@p_no_alcohol
[I don't drink|I don't touch it|No alcohol][, no| at all|].
[No|Never|Nope][, I don't drink|, not a drop|].
[Not at all|None|Nothing][, I never liked it|].
[I gave up drinking|I don't like the taste][, so none|, so no].
[Not a drop|No, nothing][, doctor|, ever|].
@d_ask_job
[What do you do|What's your line of work|What do you do for work|What kind of work do you do]?
[Are you|And are you] [working|still working][, what do you do|]?
[And work|And your job][, what is it|]?
[Remind me|Tell me] what you do[ for a living|]?
[What is your job|What's your job][, if I may ask|]?
@p_job
I'm {job}[, so I'm on my feet| these days|, it's busy|].
[I work as|I'm working as|I've been] {job}[ for years|].
[Still|Oh,] {job}[, same as ever|, and it's busy now|].
[I've got a job as|My job is being] {job}.
[Oh, |Well, |]I'm {job}[ now|].
@d_chat
[How is the family|How are things at home|How's the garden|Any plans for the weekend]?
[Did you find parking okay|Was the traffic bad|Is it still raining out there]?
[How are the grandkids|How's your dog|How was the holiday]?
[It's freezing today, isn't it|Lovely weather for once|What a week it's been].
[Did you watch the game|Seen any good films|Still singing in the choir]?
[You look well rested|Nice coat you have there|I like your hat].
@p_chat
[Oh, fine, thanks|Good, thank you|All good][, can't complain| for now|].
[Busy as always|Same as ever|You know how it is][, doctor|].
[Ha, |Oh, ][it keeps me going|don't get me started|it's something].
[Thanks for asking|Kind of you to ask], [all fine|we're okay].
[Terrible traffic|The bus was late again|I walked here], but [fine|okay].
[My sister says hello|The kids are growing|We're painting the kitchen], [so it's busy|it's fun].
@d_interrupt
[Sorry|One second|Hold on], [let me turn off my phone|the printer is jammed|someone's at the door]. Go on.
[Sorry, go ahead|Go on, sorry|I cut you off, go on].
[Let me just write that down|Let me type that][. Yes|. Go on|].
[Hang on|Just a moment|Excuse me a second]. [Okay, carry on|All right, go on].
[Mm-hm|Uh-huh|Right], [go on|and then|carry on].
[Wait|Bear with me], [I need a pen|the screen froze]. [Continue, please|Go on].
@p_interrupt
[Sorry to cut in|Can I ask something], [is this going to take long|will I be late for my bus]?
[Oh, sorry|Sorry|Excuse me], [that's my phone|I have to cough|I dropped my bag].
[Wait|Hold on], [say that again|could you repeat that]?
[Sorry|Pardon], [I didn't catch that|I was miles away].
[Is that good|Is that normal|Is that okay][, doctor|]?
[Mm|Okay|Right|Uh-huh][, I see| then|].
"""
