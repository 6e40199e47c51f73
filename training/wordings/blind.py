"""Ways of saying that no training uses, written by an author who had seen three examples of each slot and nothing else: not the wordings
that train, not the held-out ones, not what fails. The split "blind-wordings" is told with these alone.
"""

TEXT = """
@d_advice
[My advice would be to|My suggestion is to|What I'd suggest is to] {ad}.
[In the meantime|Until I see you again|Over the coming days], [please|do try to|I'd ask you to] {ad}.
[You'll do yourself a favor if you|You'd be better off if you] {ad}.

@d_ask_age
[May I ask|Can you tell me|Could you remind me of] your age[, please|]?
[How old does that make you|And your age is]?
[How old were you|How many candles were there] on your last birthday?

@d_ask_alcohol
[And alcohol|What about alcohol|Alcohol][, how much would you say|, do you have any|]?
[In a normal week|Over a typical week], [how many drinks do you get through|how much alcohol would you have]?
[Any beer, wine or spirits|Is there any wine, beer or liquor][ in your week|]?

@d_ask_allergy
[Have you ever had|Did you ever have] [a bad reaction|an allergic reaction] to a [medicine|drug|pill]?
[Is there anything|Are there any drugs] [I should avoid giving you|you can't take] because of an allergy?
[Before I prescribe anything|Before I write anything down], [do you react badly to any drugs|what are you allergic to, if anything]?

@d_ask_course
[Would you say|Do you feel] it's [getting better, getting worse, or staying put|improving, worsening, or about the same]?
[And since then|Since it started], [how has it developed|better, worse, or no different]?
[How has it been|How have things been] [progressing|evolving|over time]?

@d_ask_denied
[What about|How about] {neg}[, any of that|, has that been an issue|]?
[Has there been|Have you run into] any {neg}[ along the way| at all|]?
[Any|Have you been bothered by any] {neg}[ to speak of| lately| recently|]?

@d_ask_dose
[Do you happen to know|Can you remember] the dose[ of {name}|], and [how many times a day|when you have it]?
[What does it say on the box|What's printed on the package], [how strong is it and how often is it taken|the amount and the timing]?
[And your {name}|And that one], [how much each time, and how frequently|what amount, and at what times]?
[How strong is it|How strong is the {name}], and [what's your schedule with it|at what times do you have it]?
[Could you give me|I'd need] the [amount|exact dose] [you're on|they prescribed] and how [often|regularly] you use it[, please|].

@d_ask_duration
[For how long|How many days or weeks] has this been [going on|bothering you]?
[When did you first|Can you recall when you first] [notice it|feel this|become aware of it]?
[How far back does it go|How far back does this go|What was the first day you had it]?

@d_ask_family
[Has anyone|Has anybody] [related to you|among your relatives] had [a serious illness|any major health problems]?
[Do any diseases|Does anything] [run on either side|get passed down in your family]?
[Your parents and siblings|Your close relatives], [are they in good health|have they had any illnesses]?

@d_ask_history
[Have you ever been diagnosed with anything|Has a doctor ever diagnosed you with something][ in the past| before|]?
[Apart from today's problem|Leaving today's issue aside], [what else is in your medical record|how has your health been over the years]?
[Is there anything in your past|What is there in your past], [medically speaking|health-wise][, that I should know about|]?

@d_ask_job
[Can I ask|May I ask] what [job you have|your occupation is|you do for a living]?
[And work|And your job][, what is that|, what's that like|]?
[Where do you work|What field are you in|What's your profession]?

@d_ask_meds
[Do you use|Do you get] any [prescription drugs|regular medication|prescriptions][ at the moment|]?
[Could you run through|Can you list for me] [the medicines|all the pills] you [use at home|have at home and take]?
[Has anyone prescribed you anything|Is there anything you take every day|What's in your pill box at home][, medication-wise|]?

@d_ask_modifiers
[What brings it on|What makes it flare up], and what [calms it down|gives you relief]?
[Have you found anything|Is there something] that [makes it easier or harder|makes it better, or worse]?
[Does anything|Do certain things] [help or aggravate it|ease it or make it flare]?

@d_ask_more
[Anything besides that|Anything on top of that|Any other symptoms][ you'd like to mention| to report|]?
[Have there been|Did you get] other [complaints|symptoms][ alongside it| at the same time|]?
[What other changes|Which other things] have [caught your attention|come up since]?

@d_ask_severity
[If ten is the worst imaginable|With ten being unbearable], [what number would you give it|what's your number]?
[How would you rate it|How would you score it|Can you rate it for me], [from zero to ten|with ten as the worst]?
[Give me a number|Pick a number for me], [one to ten|between zero and ten][, for how bad it gets|].

@d_ask_side
[Is that on your|Would that be your] left or your right?
[Show me the side|Point to the side for me][, left, right, or both|, please|].
[Do you get it|Does it sit] on the [left or on the right|right or on the left][, or both|]?

@d_ask_smoking
[Are you a smoker|Do you smoke|Have you ever been a smoker]?
[How about smoking|And smoking], [is that something you do|have you ever done that]?
[Did you ever smoke|Have you ever smoked][, or do you still|, and do you now|]?

@d_bye
[Look after yourself|Be well|Have a good day|Safe trip home][, {who}|].
[I'll let you go|Off you go] [then|now][, {who}|].
[It was good seeing you|A pleasure as always][, {who}|]. [Until next time|Goodbye|Bye now].

@d_chat
[Did you find parking all right|Was the traffic bad|How was the drive]?
[It's finally getting warmer out there|What a wet week we're having|Such a gray day today].
[Is the garden coming along|Did you get away for the holidays|How's that dog of yours]?

@d_confirm_allergy
[The reaction to|Your reaction to] {agent} was {reaction}[, did I get that right|, if I read this correctly|]?
[So when you have|So if you're given] {agent}, [the result is|you end up with] {reaction}[, is that so|, yes|]?
[There's a warning on your chart|I have an alert here] about {agent}, {reaction}[, is that still true|, does that sound right|]?

@d_confirm_history
[So {hx}|And {hx}], [that's part of your history|that's on your record], [is that so|am I right]?
[According to your file|From your old notes], [you've been diagnosed with|you're known to have] {hx}[, does that sound right|]?
[Am I right|Would I be right] [in thinking|to say] that you have {hx}?

@d_confirm_med
[Is it still|Would that still be] {name}, {dose}, {freq}?
[According to your chart|According to this], you [take|use] {dose} of {name} {freq}[, does that match|, have I got that right|]?
[And the {name}|And {name}], [you're still on|that's still] {dose} {freq}[, yes|, I take it|]?
[Last time|At your last visit] you were on {name} {dose}, {freq}[. Is that unchanged|. Has that stayed the same]?
[Can you confirm|Could you confirm for me] that you're [having|using] {name}, {dose}, {freq}?

@d_decrease
[I'm lowering|I'd like to lower|We'll reduce] [the|your] {name} [from {old} to|to] {dose}.
[You can get by with|You'll do fine on] less {name}, [so just|only] {dose}[ rather than {old}|] [from here on|from now on].
[{old} of {name} is too much|{old} of {name} is more than you need], [so drop to|so we'll step down to] {dose}.
[Let's bring|I want to bring] your {name} [dose |]down [a bit, |a step, |]to {dose}.
[We're going down|We're easing off] on the {name}, [from {old} to|to] {dose}.

@d_dx
[What you have is|What you've got is|This is a case of] {dx}.
[It all points to|Everything fits with|The whole picture fits] {dx}.
[To me|In my view|As I see it], [this looks like|that's|it's] {dx}.

@d_exam
[What I can see is|What I'm finding is|What I pick up is] {ex}.
[Let me have a look|Let me take a closer look]. [I can make out|There is] {ex}.
[From the examination|Going over you just now], [I'd note|I've found] {ex}.

@d_exam_more
[On top of that|In addition], [there is|I find] {ex}.
[Another finding|One more thing I notice]: {ex}.
[And then|Beyond that] [there's|I see] {ex}[, too|].

@d_explain
[It looks more dramatic than it is|Plenty of people walk in here with the same thing|You're far from the only one with this], [so please don't lose sleep over it|and there's a lot we can do|and most of them do well].
[Bodies take their time|These things need patience|It won't change overnight], [but we have a good plan|but you'll get there|and that is to be expected].
[Picture it like|Imagine] [a garden hose with a kink in it|a door that sticks in the summer|a battery that runs low]. [It takes a little work to sort out|With some care it comes right|That's roughly what's happening].

@d_follow
[{fu} from now|In {fu}], [I'd like you back here|you and I will talk again|we'll have another look].
[Please book in|Make sure you book|The front desk will book you in] for a [check|visit|follow-up] in {fu}.
[I want to check on you|I'll check how you're doing|Let's take stock] in {fu}.

@d_greet
{who}, [welcome|good to see you|do sit down]. [What's the reason for your visit|What made you come in|How are you feeling today]?
[Ah, {who}|Come through, {who}|Please take a seat, {who}]. [What seems to be the problem|What's the matter|What would you like to talk about]?
[Nice to see you again|Good to see you], {who}. So, [what's been bothering you|what's going wrong|what are you here for]?

@d_increase
[I'm raising|I'd like to raise|We're going to raise] [the|your] {name} [from {old} to|to] {dose}.
[Let's push|Let's bump|I'd bring] the {name} up [a notch, |]to {dose}[ from {old}|].
[You need a higher dose of|You'd do better on a higher dose of|I want a stronger dose of] {name}: {dose}[ rather than {old}|].
[The {name} should go up|Your {name} goes up], [from {old} to|to] {dose}.
[Since {old} of {name} was too little|As {old} of {name} hasn't been enough], [I'm stepping it up to|please take more, that is] {dose}.

@d_interrupt
[I didn't mean to stop you|Pardon me, I talked over you|My apologies, I interrupted]. [Please continue|Please finish].
[One second|Just a moment], [someone's at the door|my pager is going off|let me move this chair]. [Where were we|Now, you were saying]?
[Keep going|I'm listening|I'm with you][, take your time|].

@d_late_ack
[Good that you brought it up|Good thing you mentioned it|Thanks for bringing that up][, I'll add it|].
[Ah, okay|Oh, all right], [I'm adding it now|let me add it to the list|that goes in the notes too].
[It's never too late to say so|That happens to everybody|You're not the first to forget one][, it's noted now|].

@d_lifestyle_chat
[Is there someone you can lean on|Do you have people around you]?
[How have you been holding up|How are your spirits|How's the mood been][ with all this|]?
[Do you get outside much|Are you finding time for yourself|Have you had any time off lately]?

@d_more_meds
[Is there anything else|Is there something else] you [take|use|have been prescribed]?
[Would that be all of them|Is that the whole list|Does that cover everything], [or are there more pills|or do you take something else as well]?
[What other medication|Which other medicines] [do you have|would there be]?

@d_no_test
[There's no call for|I see no reason for|I won't be ordering] any [tests|testing|lab work or scans][ at this point|].
[Tests wouldn't|A test wouldn't] [tell us anything new|change what we do][, so let's skip that|, so we'll leave it|].
[You can go home|We can manage] without [any testing|having anything tested][ today|].

@d_not_that
[I wouldn't go for|I wouldn't give you|I'm not going to prescribe] {name}[ in your case|].
{name} [is meant for something different|is for another problem|doesn't suit your situation][, so not for you|, so we'll pass on it|].
[That's not a case for|You don't need|I'd stay away from] {name}[, to be honest|].

@d_opener
[I appreciate that|Understood|Fair enough].
[Now then|All right|Very well],
[That gives me a clearer picture|Thanks for explaining|Good, that's useful].

@d_recap
[Just to repeat|To go over it again|One last time], [it's |]{name}, {dose}[, as agreed|, yes|].
[Please keep in mind|What I want you to take home is]: {name} {dose}[, and ring if you're unsure|].
[Let me summarize|To wrap up]: {dose} of {name}[, as we discussed|, just as I explained|].

@d_refer
[Let me set you up|I'll put you in touch|I want to connect you] with {ref}.
[I'd like|I want|I'm asking] {ref} to [take a look at you|see you|give an opinion].
[The next step is|What comes next is|I'm arranging] a [visit|referral|consultation] with {ref}.

@d_result
[Your {test} came back at|Your {test} turned out to be|The {test} comes in at] {value}{unit}.
[For {test}|As for the {test}], [the lab reports|the report gives|we have] {value}{unit}.
{value}{unit}[, that's| is] [what we got for your|the figure for your] {test}.

@d_return
[The moment|As soon as|The minute] {warn}, [give us a ring|I want to hear from you|come back here].
[I'd want to see you sooner|I need to know|You should get in touch] if {warn}.
[And if|If ever|If it happens that] {warn}, [please don't hesitate to call|that's a reason to come straight in|get seen at once].

@d_start
[I'm putting you on|I'm going to start you on|Please start] {name}, {dose}{route}, {freq}{course}.
[{name} is what I'd prescribe|{name} is what I'm giving you|{name} is the medicine I have in mind]: {dose}{route}, {freq}{course}.
[I've sent in|I'm writing you|Here's] a prescription for {name}, {dose}{route}, {freq}{course}.
[You'll be taking|You'll get|You'll begin with] {dose} of {name}{route}, {freq}{course}.
[For this|To treat this|To deal with it], [I recommend|I'd add|you'll need] {name}, {dose}{route}, {freq}{course}.

@d_state_age
[According to this|Going by your file|By my count], [you're|you are] {age}[ years of age|][, is that so|, yes|]?
[And your age is|Your age would be] {age}[, if I'm not mistaken|, am I right|]?
[It says {age} here|I've got {age} on the form|My screen shows {age}] for your age[, does that fit|, is that right|]?

@d_stop
[You can leave off|You should come off|Please come off] [the |]{name}[ as of today| altogether|].
[It's time to|Let's] [say goodbye to|drop|quit] [the |your ]{name}[ for good|].
[Don't take|Please don't take|You needn't take] [any more |any further ]{name}[, starting today| after today|].
[We can do away with|I'd discontinue|I'm ending] [the |your ]{name}[, you can do without it|].
[Your {name} gets dropped|The {name} ends today|The {name} should end now][, so don't refill it|].

@d_story_ack
[Oh dear|Well, well|My goodness][, that can't be easy|, I see|].
[I know what you mean|I hear that a lot|It happens to the best of us].
[Fair enough|Sure|Of course]. [Let's come back to your health|Back to why you're here|Now, where were we].

@d_switch
[I'm moving you|We're switching you|I'd like to change you] from {old} to {name}, {dose}, {freq}.
[Drop|Stop] [the |your ]{old} and [begin|start on|go on] {name}[ instead|], {dose}, {freq}.
[From now on|From today] it's {name} {dose}, {freq}, [and no longer|and not] [the |]{old}[ any more|].
{old} [goes out|is out] and {name} [comes in|is in], {dose}, {freq}.
[Let's exchange|Let's swap out|We'll trade in] [the |your ]{old} and [give you|use|have] {name} [in its place|instead], {dose}, {freq}.

@d_test
[I'm ordering|I'm going to order|I'm putting in for] {test}[ today|].
[Let's have|I'd like to have] {test} done[ first|, to be on the safe side|].
[You'll be having|The next thing is|To find out more, we need to do] {test}.

@d_vitals
[Your vitals are|Your vital signs today are|Vitals look like this]: {list}.
[Let me read out|Let me go through] [your numbers|what was measured]: {list}.
[At check-in they noted|When you came in we took|The assistant recorded] {list}.

@p_ack
[All right|Fine by me|Understood|Will do][, doctor|].
[I'll do that|I can do that|Consider it done].
[How long until I notice something|Can I still drive|Is there anything to watch out for with it]?

@p_age
[I turned|I've turned] {age}[ not long ago| this year|].
{age}[, last time I counted|, would you believe it|, if I have it right].
[My age is|That would be|You can put down] {age}.

@p_allergy
[Yes, |]{agent}[, actually|]. [It left me with|Last time it caused|It brings on] {reaction}.
[[If|Whenever] I have {agent}, [I end up with|what follows is]|The one time I had {agent}, I ended up with] {reaction}.
[I have|I've got] an allergy to {agent}[, which shows up as|, and what I get is| with] {reaction}.

@p_allergy_none
[I tolerate everything|I can take anything|All medicines are fine with me][, luckily|].
[I've never had a reaction|I've never reacted] to [anything|any medicine][, as far as I remember|].
[No allergies here|There aren't any|Not to anything][, thankfully|].

@p_anything_tried
[I should have come earlier|I kept telling myself it was nothing|I thought I could tough it out][, to be honest|].
[It's getting on my nerves|I've had enough of it|I can't stop thinking about it].
[My {rel} made me come in|My {rel} finally talked me into coming|I nearly cancelled today].

@p_ask_dx
[So what is it|What do you make of it|What do you reckon][, doctor|]?
[Have you worked out|Any clue|Are you able to say] what's [wrong with me|causing it|behind this]?
[What would you call this|Does it have a name|Can you put a name to it]?

@p_better
[It lets up|It calms down|It settles|It's easier to bear] {better}.
[I get some relief|I feel more comfortable|I'm more at ease] {better}.
[It's not so bad|It isn't half as bad|I hardly notice it] {better}.

@p_bye
[Have a good one|Take care|You too][, doctor|].
[I'll be off then|I'll get going]. [Thanks again|Thanks for your time].
[Nothing more from me|No further questions|That was everything][, thank you|, bye now|].

@p_chat
[Getting by|Mustn't grumble|Hanging in there][, thanks for asking|].
[It rained the whole way here|I had to circle the block for parking|I left home early for once][, but here I am|].
[The weekend was too short|Never a dull moment at our place|Everything's the same at home].

@p_complaint
[I've been struggling with|I've been bothered by|I've been living with] {sx} for {dur}[ now|].
[It's been|That makes it] {dur} [of|with] {sx}[ now|].
[I'm here because of|I came in about|I wanted to see you for] {sx}. [It started|It began|I first had it] {dur} ago.

@p_complaint_only
[I'm here because of|I came in about|I made the appointment for] {sx}.
[What I've noticed is|What's troubling me is|The thing that worries me is] {sx}.
{sx}[, that's why I'm here|, that's what brings me in|, that's the problem].

@p_course
[All in all|On the whole|If you ask me], it's {course}.
[Compared with the beginning|Since it started|Over time], [I'd say |]it's {course}.
[As far as I can tell|From what I can see], {course}.

@p_deny
[That hasn't happened|I've had nothing of the sort|Nothing like that has come up][, no|].
[Not at all|Not once|Never][, I'm glad to say|].
[I'd have noticed|I would remember that], [so no|but no].

@p_dose
[It's|That's|I think it's] {dose}, [and I have it|which I have|and I'm supposed to have it] {freq}.
{freq}, {dose}[ each time| every time|].
[I was told|They told me] {dose} {freq}[, and that's what I do|].
I [take|have] {dose} of it {freq}.
[According to the label|From what's written here], [it's |]{dose}, to be [taken|used] {freq}.

@p_drinks
[It comes to|It adds up to|That'd be] [roughly |]{n} drinks [a|per] week.
[In a typical week|Over the week|Counting the whole week], [I'd have |it's ]{n} drinks[ or thereabouts|].
[My weekly total is|My usual is|I stick to] {n} drinks [a|each] week.

@p_duration
[It's been|It has been|This has been going on for] {dur}[ by now|, roughly|].
[It started|It came on|I first noticed it] {dur} ago.
[I've had it for|I've been feeling this for|I've been like this for] {dur}[, as far as I remember|].

@p_dx_reply
[I see|Oh|Huh]. [Is that serious|Should I be worried|What happens now]?
[I was afraid it'd be worse|I'd been reading about that|I half expected you'd say that].
[How common is that|What brings something like that on|Can people live a normal life with it]?

@p_ex_smoker
It's been {n} years since [I gave it up|I quit smoking|my last cigarette].
[I gave up smoking|I kicked the habit|I went smoke-free] {n} years [back|ago].
[I was a smoker once|There was a time I smoked|I did smoke], but I've been [off cigarettes|smoke-free] for {n} years[ now|].

@p_family
[There was|We've had] {ill} in the family, [that was|it was] {rel}.
[It was|That would be] {rel} who [got|had] {ill}.
[With|In the case of] {rel}, it was {ill}.

@p_family_none
[Everyone's been healthy|They've all been healthy|All of them are well][, as far as I can tell|].
[There's no illness|Nothing runs|No disease that I've heard of] in [our|my] family.
[No, nothing in particular|No, nobody|No one][, we've been spared|].

@p_history
[I've been diagnosed with|I was told I have|They treat me for] {hx}.
[You should have|My file should mention|My record will say] {hx}[, that's about it|].
[Just|Only] {hx}[, as far as I know|, to my knowledge|].

@p_history_none
[I've always been well|I've always been healthy|My health has always been good][, touch wood|].
[No conditions|No illnesses|Nothing worth mentioning][ at all|, no|].
[This is the first time|It's the first time] [anything's been wrong with me|I've had a health problem].

@p_interrupt
[Pardon|I'm sorry|What was that|I missed that last bit, could you say it once more]?
[Should I be writing this down|Can I just ask, is this normal|Am I making sense]?
[Give me a second|One moment][, my glasses are somewhere|, I need a tissue|, the phone's buzzing].

@p_job
[For a living|At the moment|These days] I'm {job}.
[My occupation is|In terms of work, I'm|By profession I'm] {job}.
{job}[, that's what I do|, if you want to know|, and I like it].

@p_late_med
[Oh, I left one out|There's one I left out|I skipped one]: {name}, {dose}, {freq}.
[I nearly forgot|I almost forgot about] {name}[, that's|, which is] {dose}, {freq}.
[Sorry, could you add|You'd better add|Can you put down] {name} [too|as well], [it's |]{dose}, {freq}.
[About my medicines|Going back to my pills], {name} [was missing|should be on there too], {dose} {freq}.
[Now I remember|Come to think of it], [I'm taking|they have me on] {dose} of {name} {freq}[, too|].

@p_med
[The doctor has me on|They've got me on|They have me taking] {name}, {dose}, {freq}.
{name} is [what I take|the one I'm on|what I use], {dose} {freq}.
[I've been taking|I've been using|I've been on] {dose} of {name} {freq}.
[It's {name} for me|That would be {name}], [which is|and that's] {dose}, {freq}.
[As for medicine|In terms of medication], [it's|I have] {name}, {dose}, and [I have it|that's] {freq}.

@p_med_lay
[I'm on the|I've got the|I take the] {lay} called {name}, {dose}, {freq}.
[My {lay} is|The {lay} I have is|The {lay} they gave me is] {name}, {dose}, {freq}.
[That {lay} of mine|The {lay} I'm on], {name}[ I believe it's called| it says on it|], {dose} {freq}.
{dose} of {name} {freq}, [that one's my|which is my|I think it's the] {lay}.
[There's one|I've got one], [it's my|it's the] {lay}, [goes by the name of|known as] {name}, {dose}, {freq}.

@p_med_name
{name}[, I believe|, I think it's called|]. [The dose I couldn't tell you|Don't ask me how much].
[I've been taking|I've been using|They have me on] {name}[, but the numbers escape me|].
[It's {name}|The one I have is {name}|That'd be {name}][, the rest I don't know by heart|].
[The name on the box is|The label reads|What's written on it is] {name}[, that's all I remember|].
[I was prescribed|I've been given|I was put on] {name}, [not sure of the strength|the details are at home|I never looked at the strength].

@p_meds_none
[I'm not on anything|I'm not on any medication|I don't have any prescriptions][, no|].
[My medicine cabinet is empty|I've never needed medicines|I get by without pills].
[No medication|No medicines|Not a single pill][, thank goodness|, I'm happy to say|].

@p_more
[There's also been|There's also|I've also had] {sx}.
[And then|On top of that|Besides that], [I've had|I'm having] {sx}.
[Another thing|One more thing|The other complaint] is {sx}.

@p_never_smoker
[I've never smoked|I've never been a smoker|I have never had a cigarette][ in my life|].
[Smoking was never for me|Cigarettes never interested me|I couldn't stand the smell, so never].
[Always been a non-smoker|Lifelong non-smoker|I've been smoke-free all my life].

@p_next_med
[Then there's|Next is|Next up is|After that comes] {name}, {dose}, {freq}.
[The other one is|Another one is|A second one is] {name}, [that's |]{dose} {freq}.
{name} [too|as well], {dose}, {freq}.
[On top of that|Besides that|In addition], [I have|I use] {dose} of {name} {freq}.
[They also have me on|They added|I've been given] {name}[ as well|, too], {dose}, {freq}.

@p_no_alcohol
[I stay away from alcohol|I don't have any alcohol|I never drink][, on principle|].
[Only water and tea for me|Just soft drinks|I'm teetotal][, no alcohol|].
[I never have a drink|I'm not a drinker|Alcohol isn't my thing][, so zero|, so none|].

@p_opener
[To be honest|Let me see|How shall I put it],
[Sure|Of course|Oh].
[Um, well|The thing is|Actually],

@p_other_person
[They gave {name} to my {rel}|Our neighbor was given {name}|A colleague got {name}] for [the same sort of thing|something similar][, but I've never had it|].
[My {rel} keeps going on about|Someone told me about|I came across an article on] {name}[, not that I've used any|, would that be something for me|].
{name} [worked wonders for my {rel}|did my {rel} a lot of good|is what my {rel} is on][, I've not taken it myself|, is that any good|].

@p_severity
[I'd put it at|I'd rate it|I'd give it] [a |]{sev}.
[If I had to pick a number|On that scale|Out of ten], [a |]{sev}.
[Somewhere around|In the region of|Close to] [a |]{sev}[, when it's bad|].

@p_side
[Just|Only] [my|on my] {side} side.
[It's my|That's my] {side} side[ that bothers me| that acts up|].
[I feel it on the|It sits on the|I get it on the] {side}[ side|][, nowhere else|].

@p_side_both
[There's no difference|It's equal], [left and right|both sides].
[I have it|I feel it] on [either side|the left and the right|both sides][, equally|].
[The left as well as the right|Not just one, both|Each side as much as the other].

@p_smoker
[I get through|I'm on|I still have] {n} cigarettes [every day|a day|daily].
{n} [cigarettes|smokes] a day[, I'm afraid|, I'm sorry to say|].
[I do smoke|I'm a smoker|Yes, I smoke], [it's |around |]{n} a day.

@p_story
[The kitchen's being redone|We've got builders in|The upstairs neighbors are renovating], [so it's chaos at home|and the noise is endless|so nothing is where it should be].
[My {rel} is getting married|My {rel} is moving house|My {rel} has just bought a boat] [in the spring|next month|soon], [and everybody's in a spin|so there's a lot to arrange|and guess who gets to help].
[I was going to call last week|I wanted to phone before], but [the line was busy|I couldn't get through|there was always something], [so I gave up|and then it slipped my mind].

@p_understood
[I get it now|It's clear to me now|I follow you][, thanks for explaining|, doctor|].
[I feel better knowing that|That puts my mind at rest|It's a weight off my mind][, really|].
[When you put it that way|If you say it like that], [it's not so scary|I can live with it|it makes sense].

@p_volunteer_age
[Being {age}|At the age of {age}|When you're {age}], [I suppose it's to be expected|you start to wonder|it makes you think].
[I'm {age}, you know|I am {age} after all|I'm {age}, mind you][, so there's that|].
[I turned {age}|I've reached {age}][, and it shows|, can you believe it|].

@p_volunteer_denied
[There's been|There has been] no {neg}[ at all| whatsoever|].
[At least|Thankfully|Fortunately] I [haven't had any|don't have any|don't get any] {neg}.
[What I don't have is|What I haven't had is|One thing I haven't had is] {neg}.

@p_when
[When would you like me|When do you want me|When do you need me] [back|here again]?
[What about the next visit|Is there a follow-up|When's my next appointment]?
[How long should I wait|How long do I wait] before [coming back|I see you again|the next visit]?

@p_worse
[It flares up|It's at its worst|It gets stronger|It's harder to bear] {worse}.
[I notice it most|I feel it most|I suffer most] {worse}.
[What I can't stand is how bad it gets|The trouble is that it gets worse|I can tell it goes up] {worse}.

@p_yes
[Indeed|Absolutely|Sure is|Of course][, doctor|].
[You have it right|You're right|Spot on|That's the one].
[I'd say so|That's it exactly|Yes, that's how it is|True][, yes|].

@repair
{wrong}[, strike that, |, scratch that, |, ignore that, it's |, that's wrong, |, my mistake, |, I misspoke, ]{right}
{wrong}[, wait, not that, |, ah no, what am I saying, |, hm, no, it's |, no, sorry, it should be |, oops, ]{right}
{wrong}[, or actually |, or more exactly |, I should say |, I meant to say |, that is to say, no, |, excuse me, ]{right}

@v_bp
[your blood pressure came back as|your blood pressure is|the pressure we got is] {a} over {b}
[a blood pressure of|a pressure of|blood pressure at] {a} over {b}
{a} over {b} [on the cuff|for the blood pressure|as far as blood pressure goes]
[we got|I got|I measured] {a} over {b} [for your pressure|on the blood pressure|with the cuff]
[your pressure is running|your BP is sitting at|BP stands at] {a} over {b}

@v_hr
[a heart rate of|a pulse of|a pulse rate of] {a}
{a} beats [a|per] minute[ for the heart|]
[your heart is beating at|your heart is going at|your heart's doing] {a}[ a minute| per minute|]
[I felt|we counted|I'm getting] a pulse of {a}
[your pulse is|the heart rate came in at|heart rate stands at|pulse rate] {a}

@v_rr
[a respiratory rate of|a breathing rate of|respirations at] {a}[ a minute| per minute|]
[you're breathing|you breathe] {a} times [a|per] minute
{a} breaths [a|per|every] minute
[you're taking|you take|we counted] {a} breaths [a|per] minute
[your respiratory rate is|your breathing rate is|resp rate] {a}

@v_spo2
[sats of|an oxygen level of|a saturation of] {a} percent
[your oxygen saturation is|your oxygen's at|O2 sat] {a} percent
[the finger clip gives|the finger probe shows|the pulse ox reads] {a} percent[ oxygen|]
{a} percent [oxygen on the finger clip|on the pulse oximeter|oxygen saturation]
[blood oxygen comes to|sats are sitting at|oxygen in the blood is] {a} percent

@v_temp
[a temperature of|a temp of|body temperature] {a}{unit}
[the thermometer gave|the thermometer says|the thermometer read] {a}{unit}
[your temperature is|your temp came out at|your temperature was] {a}{unit}
[you're running at|we took your temperature and got|I get a temperature of] {a}{unit}
{a}{unit} [is your temperature|is what the thermometer gave|as a temperature]

@v_weight
[you weigh|you're weighing in at|you come in at a weight of] {a} {unit}
[a weight of|a body weight of|body weight] {a} {unit}
{a} {unit} [on the scale|when we weighed you|going by the scale]
[we weighed you at|the scale put you at|the scale gave] {a} {unit}
[your weight is|your weight today is|your weight comes to] {a} {unit}
"""
