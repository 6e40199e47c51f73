"""Still more ways to say what was found and what is to be done: the plan of a visit is where a note loses most when it is worded in a new way.

The lines come after those of the other files, so that what was held out of training before stays held out.
"""

TEXT = """
@d_start
[You'll do well on|You'd do well on|I think you'd benefit from] {name}, {dose}{route}, {freq}{course}.
[Your new medicine is|The new one is|New on your list is] {name}, {dose}{route}, {freq}{course}[, all right|].
[There'll be|There's now] [a box of |]{name} [waiting|ready] for you: {dose}{route}, {freq}{course}.
[Let's get you on|Let's get you going on|Let's put you on] {name}[, | ]{dose}{route}, {freq}{course}.
[The nurse will hand you|We have some] {name}[ here| for you|], it's {dose}{route}, {freq}{course}.
[So, |Now, |]{name}: {dose}{route}, {freq}{course}[, to begin with| as a start|].
[What you need is|What would help is|What you're missing is] {name}, {dose}{route}, {freq}{course}.
[I'd add|I'd bring in|I want to bring in] {name}, [that's |]{dose}{route}, {freq}{course}.
[We'll treat it with|I'll treat this with|It gets treated with] {name}, {dose}{route}, {freq}{course}.
[You should begin|You can begin|Go ahead and begin] [taking |]{name}, {dose}{route}, {freq}{course}.
[My first choice is|First choice here is|The usual choice is] {name} {dose}{route}, {freq}{course}.
[I've put|I'm putting] {name} on your list[: |, ]{dose}{route}, {freq}{course}.
[Get this filled|Have this filled]: {name}, {dose}{route}, {freq}{course}[, nothing fancy|].
[Are you all right with|Would you be willing to take|Can you manage] {name}? [It'd be|That's] {dose}{route}, {freq}{course}.
[{dose} of {name}{route}|{name} in a dose of {dose}{route}], {freq}{course}, [is what I'd start|that's your new medicine|is the treatment].
[You'll leave here with|You go home with|You get] {name}, {dose}{route}, {freq}{course}.
[Use|Go on] {name} {dose}{route}[, | ]{freq}{course}[, as a new medicine|, starting now| from tonight].
[We'll give|Let's give] {name} a [try|go|chance], {dose}{route}, {freq}{course}.
[I'm going with|I'd like to go with|We're going with] {name}, {dose}{route}, {freq}{course}[, okay|].
[As for medicine|Medicine for this], {name}{route}, {dose}, {freq}{course}.
@d_stop
[I'd like {name} stopped|{name} should be stopped|{name} gets stopped][, starting today| today|].
[We can do without|You can do without|You'll manage without] [the |]{name}[ now|].
[Please don't use|Please don't take] {name} [any longer|again|after today].
[Time to come off|It's time to stop|You can let go of] [the |]{name}.
[I'm stopping|I'm taking away|I'm cancelling] [your |the |]{name}[, it's not needed|].
[Finish with|Be done with] the {name}[ today|, please|].
[No {name} from here on|{name}: stop it|{name} comes off your list][, please|].
[Hold on to the others, but stop|Keep the rest and stop] [the |]{name}.
[You won't be needing|You no longer need|You don't need] [the |]{name}[ any more|].
[As of today|Starting today], [no {name}|{name} is stopped|you're off {name}].
@d_increase
[Take|Have] [a little more of |more ]{name}: {dose}[, not {old}|].
[I'm raising|I'm increasing|I'd increase] [your |the |]{name} to {dose}[ today|].
[{name} will be|{name} becomes|Make {name}] {dose} [from today|instead of {old}|now], [that's an increase|so a higher dose].
[We'll step up|Step up|We step up] [your |the |]{name} to {dose}.
[Higher dose of|A higher dose for] {name}, [please, |]{dose}[ rather than {old}|].
[The {old} of {name} isn't enough|{old} of {name} isn't holding it], [go up to|let's have] {dose}.
[More {name}|Up with the {name}][, please|]: {dose}[, it was {old}|].
[Your {name} needs to go up|I'd want your {name} up], [to |]{dose}.
[Go from {old} to|Move up from {old} to] {dose} [on|with] the {name}.
[I want you on a stronger|You'll have a stronger] {name}, {dose}[ now|].
@d_decrease
[Take|Have] [a little less of |less ]{name}: {dose}[, not {old}|].
[I'm lowering|I'm reducing|I'd reduce] [your |the |]{name} to {dose}[ today|].
[{name} will be|{name} becomes|Make {name}] {dose} [from today|instead of {old}|now], [that's a decrease|so a lower dose].
[We'll step down|Step down|We step down] [your |the |]{name} to {dose}.
[Lower dose of|A lower dose for] {name}, [please, |]{dose}[ rather than {old}|].
[The {old} of {name} is more than you need|{old} of {name} is more than enough], [go down to|let's have] {dose}.
[Less {name}|Down with the {name}][, please|]: {dose}[, it was {old}|].
[Your {name} needs to come down|I'd want your {name} down], [to |]{dose}.
[Go from {old} down to|Move down from {old} to] {dose} [on|with] the {name}.
[I want you on a weaker|You'll have a weaker] {name}, {dose}[ now|].
@d_switch
[Let's trade|We can trade|I'd trade] [your |the |]{old} for {name}, {dose}, {freq}.
[From {old} we go to|We move from {old} to|You move from {old} to] {name}, {dose}, {freq}.
[{name} takes the place of|{name} replaces|{name} comes instead of] [the |your |]{old}: {dose}, {freq}.
[Give up|Leave] [the |]{old} and [start|go on] {name}, {dose}, {freq}[, in its place|].
[You're changing|We're changing|We're switching] [from |]{old} to {name} {dose}, {freq}.
[Rather than|In exchange for] [the |]{old}[, you get|, have|, it's] {name}, {dose}, {freq}.
[{old} out, {name} in|Out with {old}, in with {name}]: {dose}, {freq}.
[I'd rather have you on {name}|I prefer {name} for you] than [on |]{old}, [that's |]{dose}, {freq}.
[Swap|Switch] [your |the |]{old} [with|over to] {name}, {dose}, {freq}[, please|].
[Your {old} becomes|The {old} becomes|{old} turns into] {name} {dose}, {freq}.
@d_test
[I've put in for|I'm putting in for|I've asked for] {test}[ today|].
[We need|We still need|I need] {test}[ from you|, then we know more|].
[You'll be going for|You're going for|Please go for] {test}[ soon| this week|].
[Next, |Then ]{test}[, to be sure|, so we don't miss anything|].
[Let me get|Let me set up|Let me order] {test}[ for you|].
[Downstairs they'll do|They'll do|The lab will do] {test}[, no appointment needed|].
[One thing I'd check|What I'd check|I would check]: {test}.
[It's worth doing|It makes sense to do|I'd do] {test}[, I think|].
[I'd like to see|I'm keen to see] {test}[ in the next days|].
[Testing|As for tests|For tests][: |, ]{test}.
@d_no_test
[I won't order|I won't do|I'm not ordering] [any |]tests[ today|].
[Tests wouldn't|A test wouldn't] [change anything|help here], so none.
[Testing isn't needed|No lab work][ today| for now|].
[We skip|Skip] the [tests|blood work|lab][ this time|].
[Let's hold off on|I'd hold off on] [tests|testing][ for now|].
@d_advice
[What you can do meanwhile|For your part|Your homework]: {ad}.
[Make sure you|Be sure to|Don't forget to] {ad}.
[It'd do you good to|You'd do well to|I urge you to] {ad}.
[If you can|As much as you can|As best you can], {ad}.
[And on your own|And by yourself|And between visits], {ad}.
[Would you please|Could you please|Can you] {ad}?
[The most useful thing|A simple thing|The best thing] [is to|would be to] {ad}.
[My other advice is to|I'd also tell you to|I also want you to] {ad}.
[Keep this in mind|Here's what helps|A tip from me]: {ad}.
[On top of that|As well as that|Also], [please |do ]{ad}.
@d_refer
[I've booked you|I'm booking you|I'll book you] with {ref}.
[I think|I feel] {ref} should [look at this|take a look|be involved].
[You need|You'll want] to [be seen by|see|visit] {ref}[ soon|].
[I'd pass you on|I'm passing you on|Let me pass you on] to {ref}.
[The next person to see is|Next you'll see|After me you'll see] {ref}.
[I've asked|I'm asking|I'll ask] {ref} to [see you|give an opinion|take you on].
[A letter goes|I'm writing a letter|I'll send a letter] to {ref}.
[Let's have you seen by|Let's bring in|We'll bring in] {ref}.
@d_follow
[I'll want you back|I need you back|You should be back] in {fu}.
[Return|Drop in again|Please come] [to see me |]in {fu}.
[The plan is to meet|We should meet|We speak] again in {fu}.
[Give it {fu}|Let {fu} pass], [then come back|then we look again|and see me].
[Schedule something|Find a slot|Ask for an appointment] in {fu}.
[Let me see you|I get to see you|You and I meet] [again |]in {fu}.
[Check back|Check in] with [me|us] in {fu}.
[See you|So I'll see you|Then I see you] in {fu}[, right|].
@d_return
[Be quick to call|Pick up the phone|Come straight back] if {warn}.
[Should|In the event] that {warn}, [come in|phone us|get help].
If [it happens that |]{warn}, [that's a reason to come|you come back|I want to know].
[What would worry me|A reason to come back] [is |]if {warn}.
[Keep an eye out|Watch yourself]: if {warn}, [call|come right in].
@d_dx
[I'd say|I'd put this down as|I read this as] {dx}.
[The name for this is|We call this|This goes by the name of] {dx}.
[You've got|You're suffering from|You do have] {dx}[, as I see it|].
[That's|That makes it|That adds up to] {dx}[, in my opinion|].
[To me it's|For me it's|All told it's] {dx}.
[It turns out to be|It's most likely|Most likely it's] {dx}.
@d_exam
[My hands tell me|What my exam turned up]: {ex}.
[Examining you|On examining you|Having examined you], [there's|I note] {ex}.
[Let me have a look|Let me take a look|Open up for me]... [I see |]{ex}.
[There is|We have|We've got] {ex}[, as I can see|].
[From the exam|On examination|Physically], {ex}.
[I'm noting|I note|Noted on exam]: {ex}.
[I could feel|I could make out|I'm seeing] {ex}[ there|].
[What stands out is|What strikes me is|The main finding is] {ex}.
[So |]{ex}[, that's what I find|, on examination|, that's my finding].
[Does this hurt?|Relax for me.|Look up, please.] [I see|I find] {ex}.
@d_exam_more
[Further|Next|In addition], {ex}.
[I also note|I also see|We also have] {ex}.
[Along with|Together with] {ex}.
[Not only that|There's more], {ex}.
[And then I find|And I notice|Then I notice] {ex}.
@d_result
[From the lab|The lab tells me|The lab says], {test} {value}{unit}.
[Your latest|Your recent|The latest] {test} [is|was] {value}{unit}.
[I'm looking at|Let me read you|Here's] the {test}: {value}{unit}.
[The number for|The figure for|The value for] {test} is {value}{unit}.
[They measured|They found|It showed] a {test} of {value}{unit}.
[About your {test}|As to the {test}], [that's|it's] {value}{unit}.
@d_vitals
[Let me read|Let me give you] your [numbers|vitals|readings]: {list}.
[Your signs are|The vitals are|Measurements are] {list}.
[We found|They found|I found] {list}.
[On arrival|At the desk|Just before] [you had|it was|we had] {list}.
[Here's what the nurse took|Quick look at the vitals|The monitor says]: {list}.
[First,|Well,|So,] {list}.
@v_bp
[blood pressure|pressure] [today|now], {a} over {b}
[the pressure came to|pressure sits at|a reading of] {a} over {b}
{a} over {b} [is the pressure|blood pressure|on the cuff]
[your pressure's|your BP's|the BP's] {a} over {b}
[upper number {a}, lower {b}|{a} on top, {b} below] for the [blood pressure|pressure]
@v_hr
[heart rate|pulse] [today|now], {a}
[the pulse came to|pulse sits at|a pulse reading of] {a}
{a} [is the heart rate|heart rate|for a pulse]
[your pulse is|your heart rate's|the pulse is] {a}
[heart rate|pulse] {a} [per minute|regular]
@v_temp
[temperature|temp] [today|now], {a}{unit}
[the temperature came to|temperature sits at|a temperature reading of] {a}{unit}
{a}{unit} [is the temperature|is your temp|temperature]
[your temp's|you're running at|you show] {a}{unit} [in temperature|by the thermometer]
[temperature|temp] {a}{unit} [by mouth|in the ear]
@v_spo2
[oxygen|saturation|sats] [today|now], {a} percent
[the oxygen came to|oxygen sits at|an oxygen reading of] {a} percent
{a} percent [is the oxygen|saturation|for the sats]
[your oxygen is|your sats are|the saturation is] {a} percent
[oxygen|sats] {a} percent [on room air|on the finger]
@v_rr
[breathing rate|respirations] [today|now], {a}
[the breathing rate came to|breathing sits at] {a}[ a minute|]
{a} [is the breathing rate|respirations|for the breathing]
[your breathing is|you breathe at|your respirations are] {a}[ a minute|]
[breaths|respirations] {a} [per minute|regular]
@v_weight
[weight] [today|now], {a} {unit}
[the weight came to|weight sits at|a reading on the scale of] {a} {unit}
{a} {unit} [is the weight|is your weight|in weight]
[your weight's|you're|you're up to] {a} {unit} [on the scale|today]
[body weight|weight] {a} {unit} [with shoes|without shoes]
@p_med
[My pill is|My medicine is|It'd be] {name}, {dose}, {freq}.
[I've been on|I've been taking|They started me on] {name}, {dose}, {freq}.
[One of them is|The first one is|First there's] {name}, {dose}, {freq}.
[I need|I rely on|I couldn't do without] my {name}, {dose}, {freq}.
[I get|I was given|I was prescribed] {name}, {dose}, {freq}.
[You have me on|You put me on|You gave me] {name}, {dose}, {freq}.
[{name}, and that's|{name}, it's] {dose}, {freq}.
[{dose}, {freq}, of|{dose} {freq} of] {name}.
@p_next_med
[Another is|Another one's|A second is] {name}, {dose}, {freq}.
[I've also been on|I've got|And I've got] {name}, {dose}, {freq}[ as well|].
[Plus there's|And my|And the] {name}, {dose}, {freq}.
[Not forgetting|And of course|And naturally] {name}, {dose}, {freq}.
[They also gave me|I was also given|I also get] {name}, {dose}, {freq}.
[After that|Following that], {name} {dose}, {freq}.
[{name} too|{name} as well|And {name}], [that's |]{dose}, {freq}.
@p_dose
[I have|I take|I get] {dose}, {freq}.
[You wrote|It's written here|She wrote] {dose}, {freq}.
[Must be|Should be|That'd be] {dose}, {freq}.
{dose}[, and|. It's] {freq}.
[Strength {dose}|The strength is {dose}], [taken |]{freq}.
@p_late_med
[I almost left out|I nearly left out|I left out] {name}, {dose}, {freq}.
[Add|Also add|Please add] {name} [to the list|there], {dose}, {freq}.
[Before we go on|While I think of it|It occurs to me], [I take |there's ]{name}, {dose}, {freq}.
[Did I say|Did I mention|Have I told you] I [take|use] {name}? {dose}, {freq}.
[My daughter says|My list says] I'm [also |]on {name}, {dose}, {freq}.
@p_history
[I was diagnosed with|They found|They say I have] {hx}[ a while back|].
[I suffer from|I live with|I deal with] {hx}.
[In the past|Over the years] I've had {hx}[, that's it|].
[You know about|You remember] {hx}[, don't you|, I guess|].
[Well, you see|So, yes|Yes, there's], {hx}.
[Apart from this|Other than this], {hx}.
@d_ask_denied
[Tell me about|And] {neg}[, have you had that|, anything|, yes or no]?
[You haven't had|You've not had|You don't have] {neg}[, have you|, right|]?
[Would there be|Is there] [any |]{neg}[ with it|]?
[Do I need to worry about|Should I note] [any |]{neg}?
Never {neg}[, then|, I hope|]?
[Moving on|A checklist]: [any |]{neg}?
@p_volunteer_denied
[I can tell you I have no|There's no|At least no] {neg}[, that I can say|].
[I don't have|I haven't had|I never had] [any |]{neg}[, mind you|].
[Luckily|Thankfully|So far], no {neg}.
@p_complaint
[I came in with|I come with|I'm bothered by] {sx}, [for|it's been] {dur}[ now|].
[My trouble is|The trouble is|The matter is] {sx}, [since {dur}|for {dur}].
{dur} now [I've had|with|of] {sx}.
[I can't shake|I can't get rid of] {sx}[. |, ][it's been {dur}|that's {dur}].
@p_complaint_only
[I came in with|I come with|I'm bothered by] {sx}.
[My trouble is|The trouble is|The matter is] {sx}.
[I can't shake|I can't get rid of] {sx}.
@p_more
[I get|I do get|I've noticed] {sx}[, too| besides|].
[It comes with|That comes with] {sx}.
[I should mention|I forgot to mention] {sx}.
@p_allergy
[With|From|After] {agent} [I get|I got|there's] {reaction}.
[I can't tolerate|I don't tolerate|I never take] {agent}, [because of|I get|it's] {reaction}.
[{agent} and I don't mix|{agent} is bad for me], [I get |]{reaction}.
[Watch out for|Never give me|Please no] {agent}: {reaction}.
[It's|That'd be] {agent}, [which brings on|and what I get is] {reaction}.
@p_worse
[It's at its worst|It's most intense|I suffer most] {worse}.
[What sets it off? |]{worse}[, that's the trigger|, that does it].
[It comes on|It builds up|It grows] {worse}.
@p_better
[It's milder|It's lighter|It fades] {better}.
[I find relief|I get relief|Relief comes] {better}.
[It almost goes|It goes off|It improves] {better}.
"""
