"""Wordings of the second half of a visit: measurements, examination, results, what it is, and what to do."""

TEXT = """
@d_vitals
[Let me check you over|Let's look at your numbers|Okay, vitals]. [Your |]{list}.
[So your|Your|Today your] {list}.
[The nurse got|I have here|We measured] {list}.
[Looking at the vitals|From the vitals], {list}.
[Numbers first|First the numbers]: {list}.
[I see|I've got] {list}[ here| today|].
@v_bp
[blood pressure|pressure|BP] [is|of|at] {a} over {b}
[blood pressure|the pressure], {a} over {b}
[blood pressure|BP] [was|reads|came out at] {a} over {b}
[a blood pressure|a pressure] of {a} over {b}
{a} over {b} [for the blood pressure|on the pressure]
[blood pressure|BP] {a}/{b}
@v_hr
[heart rate|pulse] [is|of|at] {a}
[heart rate|pulse|the pulse] {a}
[pulse|heart rate] [was|reads] {a}
[a pulse|a heart rate] of {a}
{a} [for the pulse|on the heart rate|beats a minute]
@v_temp
[temperature|temp] [is|of|at] {a}{unit}
[temperature|temp|the temperature] {a}{unit}
[temperature|temp] [was|reads] {a}{unit}
[a temperature|a temp] of {a}{unit}
{a}{unit} [for the temperature|on the thermometer]
@v_spo2
[oxygen|oxygen level|sats] [is|of|at] {a} percent
[oxygen|saturation|the oxygen] {a} percent
[oxygen level|oxygen] [was|reads] {a} percent
[an oxygen level|a saturation] of {a} percent
{a} percent [oxygen|on the oxygen]
@v_rr
[breathing rate|respiratory rate|respirations] [is|of|at] {a}
[breathing rate|respirations] {a}
[respiratory rate|breathing] [was|reads] {a}
[a breathing rate|a respiratory rate] of {a}
{a} breaths a minute
@v_weight
[weight|your weight] [is|of|at] {a} {unit}
[weight|your weight] {a} {unit}
[weight|the scale] [was|reads|says] {a} {unit}
[a weight|a body weight] of {a} {unit}
{a} {unit} [on the scale|for weight]
@d_exam
[On exam|When I examine you|Looking at you] I [find|see|notice] {ex}.
[The exam|The examination|My exam] shows {ex}.
[I can see|I find|I notice|There's] {ex}[ here| on exam|].
[So I've got|What I find is|What I see is] {ex}.
[Okay, |All right, |Let's see, |]{ex}[, I see| here|].
[Deep breath|Hold still|This may be cold]... {ex}[ here|].
@d_exam_more
[And|Also|Plus] {ex}[ as well| too|].
[I also|And I] [find|see|notice] {ex}.
[There's|And there's] also {ex}.
[Then|And then] {ex}[, noted|].
{ex}[ too| as well|, also].
@d_result
[Your|The] {test} [came back at|is|was] {value}{unit}.
[We have|I have|I got] the {test} back, {value}{unit}.
[The lab shows|Labs show|Results show] [a|your] {test} of {value}{unit}.
[By the way|Also], [the|your] {test} [came back|is in], {value}{unit}.
{test} {value}{unit} [on the blood work|from the last test|in the results].
[On paper|In your results], {test} is {value}{unit}.
@p_ask_dx
[So what is it|What does that mean|What do you think it is|So what do I have][, doctor|]?
[Is it|Is that] [serious|bad|something bad]?
[What's wrong with me|What's causing this|What could it be]?
[Should I be worried|Do I need to worry][, doctor|]?
[Okay, and|So] [what's the verdict|what's going on]?
[What are you thinking|What's your guess|Any idea what it is]?
@d_dx
[I think|I believe|I'm fairly sure] [this is|you have|we're dealing with] {dx}.
[This looks like|It looks like|It sounds like] {dx}[ to me|].
[My impression is|My diagnosis is|The diagnosis is] {dx}.
[What you have is|What we see here is|This is] {dx}.
[It all fits with|It fits|Everything points to] {dx}.
[In my view|Putting it together], [it's|this is] {dx}.
@p_dx_reply
[Oh|Okay|I see|Ah][, that makes sense|, I wondered about that|].
[Hm|Right], [I've never heard of that|my neighbor had that].
[Is it curable|Will it go away|How did I get it]?
[I was afraid of that|I thought so|That's a relief].
[So what now|What do we do|What happens next]?
[Okay|All right], [what can we do about it|how do we treat it]?
@d_start
[I'd like to|I'm going to|Let's|We'll] start [you on |]{name} {dose}{route}, {freq}{course}.
[I'll prescribe|I'm prescribing|I'll give you] {name}, {dose}{route}, {freq}{course}.
[Let's try|We'll try|I want you to take] {name} {dose}{route}, {freq}{course}.
[You'll get|I'm sending in] [a prescription for |]{name}[, | ]{dose}{route} {freq}{course}.
[For this|For that], {name} {dose}{route} {freq}{course}[ is what I suggest|].
[A new medicine|Something new]: {name}, {dose}{route}, {freq}{course}.
[Take|Please take] {name} {dose}{route}, {freq}{course}. [It's new for you|That's the new one].
@d_stop
[Please stop|I want you to stop|Let's stop|You should stop] [taking |]the {name}.
[Stop|Don't take|No more] {name}[ from today| from now on|].
[We'll stop|I'm taking you off|You can come off] [the |]{name}[ now|].
[The {name} has to go|{name} is out|I'd drop the {name}][, please stop it|, it's not helping|].
[Let's cut out|Let's leave out] the {name}[ for good| altogether|].
@d_increase
[Let's go up on|I want to raise|We'll increase|Let's increase] [the |]{name} to {dose}.
[I'd like you to take more|We need more] {name}[, so|,] up to {dose} now.
[The {name} goes up|{name} goes up|Let's bump {name} up] to {dose}.
[Instead of {old}|From {old}], [take|make it] {dose} of {name}[ now|].
[We'll push|Let's push] the {name} [up |]to {dose}[ from {old}|].
@d_decrease
[Let's go down on|I want to lower|We'll reduce|Let's reduce] [the |]{name} to {dose}.
[I'd like you to take less|You need less] {name}[, so|,] down to {dose} now.
[The {name} comes down|{name} comes down|Let's cut {name}] to {dose}.
[Instead of {old}|From {old}], [take only|drop to] {dose} of {name}[ now|].
[We'll bring|Let's bring] the {name} down to {dose}[ from {old}|].
@d_switch
[Let's switch|I want to switch|I'd like to change|We'll change] [you from |]{old} to {name} {dose}, {freq}.
[Instead of|In place of] [the |]{old}, [take|we'll use|I'd like you on] {name} {dose}, {freq}.
[We'll swap|Let's swap|I'll swap] [the |]{old} for {name}, {dose}, {freq}.
[Off with the {old}|Come off the {old}], [and take|and start] {name} {dose} {freq}.
[The {old} isn't right for you|{old} isn't doing it], so [switch|change] to {name} {dose}, {freq}.
@p_ack
[Okay|All right|Sure|Fine][, doctor|, I will|, got it|].
[Sounds good|That works|No problem|Good][, thanks|].
[Will it help|Does it have side effects|Do I take it with food]?
[Got it|Understood|I see][, okay|, doctor|].
[If you say so|I'll try|I can do that][, sure|].
[Mm-hm|Right|Okay then][, yes|].
@d_test
[We should|We'll|Let's|I'd like to] [also |]get {test}.
[I'm ordering|I'm going to order|I'll order] {test}[ as well|].
[You'll need|You need] {test}[ this week|, just to be sure|].
[I want|I'd like] {test}[ done| before next time|].
[For safety|To be sure], [let's do|we'll do] {test}.
@d_no_test
[We don't need|You don't need|I don't think we need] any tests[ today| for this|].
[No tests|No testing] [needed|necessary|today][ for this|].
[There's no need|I see no need] for [tests|testing|blood work][ today|].
[I'd skip tests|Let's skip tests|Tests can wait][ for now|, they won't help].
[Nothing to test today|We can do without tests][, I think|].
@d_advice
[At home|Meanwhile|In the meantime|Until then], {ad}.
[I recommend you|I'd suggest you|Please|Try to] {ad}.
[You can help yourself|What helps]: {ad}.
[It's important that you|Remember to|I want you to] {ad}.
[Also|And please|And do this for me], {ad}.
@d_refer
[I'll|I'm going to|We'll] [refer you|send you] to {ref}.
[You should|I'd like you to] [see|go to] {ref}.
[I'm sending a referral|I'll write a referral|There'll be a referral] to {ref}.
[Let's get|We'll get] {ref} [involved|to see you].
[Next stop is|Then it's off to] {ref}.
@d_follow
[Come back|See me again|Let's see you again|Follow up with me] in {fu}.
[I'd like|I want] to see you [again |back |]in {fu}.
[Let's meet|We'll meet|Book a visit] [again |]in {fu}.
[In {fu}|About {fu} from now] [we'll check again|I want you back here|come and see me].
[Make an appointment|Make it an appointment|The next visit is] in {fu}.
@p_when
[When should I|When do I|Should I] come back?
[When do I see you again|When will I see you next|When's the next visit]?
[Do I need another appointment|Do you want to see me again][, doctor|]?
[And after that|And then][, do I come back|]?
[How soon should I|When ought I to] [return|be back]?
@d_return
[Come back sooner|Call us|Come in right away|Call right away] if {warn}.
If {warn}, [call us|come back sooner|come straight in|go to the emergency room].
[Don't wait|Do not wait] if {warn}[, come in|].
[Let me know|Tell me at once|Give us a ring] if {warn}.
[And if|Should it happen that] {warn}, [please call|don't wait].
@d_bye
[Take care|All the best|Feel better soon|Get well soon][, {who}|].
[Any questions|Do you have questions|Anything else for today]?
[Okay|Great|Good], [that's all for today|we're done for today|see you then].
[The front desk will|My assistant will] [book you in|give you the papers].
[Nice seeing you|Good to see you], [take care|mind the step].
@p_bye
[Thank you|Thanks|Thanks a lot|Thank you so much], [doctor|see you then|bye].
[No, that's all|No, I'm good|All clear], [thanks|thank you].
[See you|Bye|Goodbye][ then|, doctor|], [thanks|and thank you].
[Great|Perfect|Okay], [thanks for your help|thank you, bye].
[I appreciate it|Much appreciated|You've been a help][, doctor|].
"""
