"""More wordings for the slots of the other files, appended to them: at least thirty ways for every question and answer of a visit."""

TEXT = """
@d_ask_modifiers
[Have you worked out|Do you know] what [brings it on|makes it flare|calms it down|gives you relief]?
[Does it matter|Does it change] [what you do|how you sit or lie|what time of day it is]?
@p_better
[The only thing that helps is|What works for me is|I manage] {better}.
[It lets up|It backs off|I get a break from it] {better}[, thank goodness|].
{better}[, then it's bearable|, it nearly goes|, I hardly feel it].
@p_worse
[It really bites|It acts up|It's no fun] {worse}[, believe me|].
[I dread it|I notice it most] {worse}.
@d_ask_course
[Over these days|Since you first noticed], [is it moving in any direction|up, down or flat]?
[Which way is it heading|What's the trend|How does it compare to the start]?
@p_course
[It has been|It's just been|So far it's been] {course}[, that's how I'd put it|].
[My family would say|If you ask me], {course}.
@d_ask_denied
[Let me run through a few|A few quick ones]: {neg}?
[I have to ask about|Can I ask about] {neg}[, any of that|, anything like it|]?
[Has there been|Was there] [any |]{neg}[ in all this|]?
@p_history
[My chart should say|You'll see it in there], {hx}.
[On and off|For ages|For years now] I've had {hx}[, nothing else|].
@p_family
[It's in the family|It runs in the family], {rel} [with|had] {ill}.
{rel}, [you know|unfortunately|years back], {ill}.
[I remember|They told us] {rel} had {ill}[, quite young|, late in life|].
[On that side|In the family], {rel} [got|came down with] {ill}.
@p_family_none
[We're a sturdy lot|Long-lived people, all of them|My folks were never sick][, lucky us|].
[I can't think of anything|Nobody I can name|My side is clean]. 
@p_med
[There's|I've got] {name} [at|in] {dose}, {freq}.
[I swallow|I have] my {name}[ every time|], {dose}, {freq}.
[{freq} I take|{freq}, it's] {name}, {dose}.
[The label says|The box says] {name} {dose}, {freq}.
@p_med_lay
[They gave me a|I use a] {lay}, [the name is|I think that's] {name}, {dose}, {freq}.
[What do you call it, the|You know, the] {lay}: {name}, {dose}, {freq}.
[{freq} there's|Then there's] the {lay}, {name} {dose}[, {freq}|, I mean {freq}].
[A|One] {lay} [by the name of|called] {name}, {dose} {freq}.
@p_med_name
[It says|The bottle says] {name}[, I'd have to look up the rest|].
[Something called|A pill called] {name}[, don't ask me how strong|].
@d_ask_dose
[And that's how many|How strong is that one|And the strength], [and how often|and how many times a day]?
[Tell me the strength|Read me the label], [and when you take it|and how often].
@p_dose
[I believe|If I remember right|Says here|From memory], {dose}, {freq}.
[It should be|It must be] {dose}[. And I take it {freq}|, {freq}].
{freq}, [and it's|always] {dose}.
[{dose}. Then how often: {freq}|{dose} each time, {freq}].
[Just the usual|The normal one], {dose}, {freq}.
@p_next_med
[Next is|The other one is|Then comes] {name}, {dose}, {freq}.
[What else|Let me see]... {name}, [that's |]{dose} {freq}.
[On top of that|Besides that], {name}, {dose}[ it says|], {freq}.
{freq} [I have|there's] {name} {dose}[ too|].
@p_late_med
[It just came to me|Something slipped my mind|Hold on], [I'm on|there's] {name} [as well|also], {dose}, {freq}.
[My wife reminds me|Looking in my bag], {name}, {dose}, {freq}.
@d_late_ack
[Better late than never|I'm glad you remembered][, on the list it goes|].
[Let me put that down|That matters, thanks|Important, good][. Go on|].
@d_ask_smoking
[Cigarettes|Tobacco], [now or ever|yes or no|past or present]?
[Have you been|Were you ever] [a smoker|one to smoke|smoking]?
@p_smoker
[It's|It used to be more, now it's] {n} [cigarettes|smokes] a day.
[Guilty|I'm afraid so], {n} a day.
[Give or take|On a normal day,] {n} cigarettes[ a day|, every day].
@p_ex_smoker
[Cold turkey|With patches], {n} years ago.
[My last one was|I threw them out|I put the last one out] {n} years ago.
[It's {n} years|{n} years it is] [since I quit|that I've been off them].
@p_never_smoker
[Not my thing|I can't stand the smell|My parents did, I didn't].
[I'm not a smoker|Zero|Never started][, never was|].
@d_ask_job
[How do you make a living|What keeps you busy by day|What do you do with your days]?
[Tell me about your work|What's your occupation|Are you employed, and as what]?
@p_job
[By trade I'm|I make my living as|They call me] {job}[, going on ten years|].
[Work? |]I'm {job}[ downtown|, part time|].
@d_chat
[How was the drive|Busy out there today|Is the heat getting to you]?
[Did you catch the game|Are you still singing in that choir|How's the new kitchen]?
[Have the kids settled in|Did your sister visit|Still walking every day]?
[Any news on the house|How's the team doing|Did the rain find you]?
@p_chat
[Ha, don't ask|Can't complain|Could be worse], [you know how it goes|same as always|and yours].
[Oh, fine|All good], [thanks for asking|we're getting there].
@d_vitals
[I've written down|The readings are|On the sheet there's] {list}.
[Measured just now|From this morning|Before you came in we got]: {list}.
[Here are your numbers|This is what we measured]: {list}.
@v_bp
[blood pressure|pressure], [that's|it's] {a} over {b}
[the cuff says|the cuff shows] {a} over {b}
[{a} on {b} for the pressure|BP, {a} over {b}]
@v_hr
[heart|pulse] [going at|beating at|running at] {a}
[your heart does|I count] {a} beats a minute
[heart rate|pulse], [that's|it's] {a}
[a rate of|a steady] {a} [on the pulse|for the heart]
@v_temp
[temperature|temp], [that's|it's] {a}{unit}
[by the ear|under the tongue] {a}{unit}
[the thermometer says|the thermometer shows] {a}{unit}
[{a}{unit} for temperature|you're at {a}{unit}]
[your temperature|temperature here], {a}{unit}
[a reading of|you read] {a}{unit} on the thermometer
@v_spo2
[oxygen|saturation], [that's|it's] {a} percent
[the finger clip says|the clip shows] {a} percent
[you're saturating at|oxygen holding at] {a} percent
[oxygen|saturation] [of|at] {a} percent
@v_rr
[breathing at|respirations at] {a}[ a minute|]
[I count|that's] {a} breaths[ a minute| per minute]
[breathing|respiratory rate], [that's|it's] {a}
@v_weight
[weight|your weight], [that's|it's] {a} {unit}
[you weigh|you come in at|we have you at] {a} {unit}
[the scale stops at|the scale gave] {a} {unit}
[weighing in at|a weight today of|on the scale,] {a} {unit}
@d_exam_more
[On top of that|Besides that|And I'd add], {ex}.
[The rest of it|What else I see]: {ex}.
[Not to forget|I should add], {ex}.
@d_result
[Good to have|Now] the {test}[, it's|:] {value}{unit}.
[On paper|In the report] the {test} [stands at|reads] {value}{unit}.
@p_ask_dx
[Do you know|Can you tell] what [it is|I've got|this is][ now|]?
[Well, what's the verdict|Give it to me straight|And, doctor]?
@d_dx
[Everything points to|I'd call this|So what you've got is|It adds up to] {dx}.
[I'm treating this as|The picture is one of] {dx}[, in my view|].
@p_dx_reply
[That's a relief, sort of|I had a feeling|Well, at least it has a name].
[And how did I get that|Is it catching|Will I have it forever]?
@d_start
[My plan is|The plan is|What I have in mind is] {name}, {dose}{route}, {freq}{course}.
[I've sent|I just sent|I'll send] {name} to [your pharmacy|the drugstore][: | - ]{dose}{route}, {freq}{course}.
[Pick up|Go and get] {name} [at the pharmacy|on your way home], {dose}{route} {freq}{course}.
[I'm putting you on|I'd put you on|You're going on] {name}, {dose}{route}, {freq}{course}.
[{name} should help|{name} will help|{name} ought to settle it]: {dose}{route}, {freq}{course}.
[You begin|Begin|We begin] with {name}, {dose}{route}, {freq}{course}[, from today|].
[I'm adding|Let me add|We add] {name} {dose}{route}, {freq}{course}[, on top of the rest|].
[The treatment is|What treats this is|The cure for that is] {name}, {dose}{route} {freq}{course}.
[I'm writing|Here I've written] you a script: {name} {dose}{route}, {freq}{course}.
[Here's what to take|This is what you take from now on]: {name}, {dose}{route}, {freq}{course}.
[I recommend|I'd go for|I'd choose] {name}[ here|], {dose}{route}, {freq}{course}.
[And then there's|Then you get] {name}, [at |]{dose}{route}, {freq}{course}.
@d_stop
[I don't want you on|You're done with|No need for] {name} [any more|any longer].
[{name} can go|{name} isn't needed any more|The {name} was a mistake][, so leave it off|, off it goes|].
[Throw out|Put away|Leave off] the {name}[, please|, it does you no good|].
[Quit|Give up|Skip] [taking |]{name}[ altogether| as of now|].
[From now on no|That's the end of the] {name}[ for you|].
@d_increase
[You can go to|Please go to] {dose} of [the |]{name}[ from now on|, that's more than the {old}|].
[A bit more|More|A stronger dose of] {name}, {dose}[ instead of {old}|, I mean|].
[I'd double up on|I'd turn up] the {name}, {dose} [it is|from now on].
[{name} isn't doing enough|{old} of {name} is too little], [so |]{dose}[ from here|].
[Your new dose of|The dose of] {name} [is|will be] {dose}[, up from {old}|].
@d_switch
[No more|Stop the] {old}[,|;] {name} [takes over|is the new one], {dose}, {freq}.
[I'm replacing|Let me replace|I'd replace] [the |]{old} with {name} {dose}, {freq}.
[{name} is better for you than|{name} beats] {old}, so [take that|that's the change], {dose}, {freq}.
[Where you took|Where you had] {old}, [you now take|have] {name}, {dose} {freq}.
[Trade|Exchange|Drop] [the |]{old} for {name}, {dose}, {freq}[, please|].
@d_test
[Please have|I want you to have|You're down for] {test}[ done|].
[The next step is|What's missing is|What I still need is] {test}[, I think|].
[On your way out|Before you go], {test}[, please|, the nurse will see to it].
@d_decrease
[A smaller dose of {name} will do|Less {name} from now on], {dose}.
[We can step {name} down|Let's ease {name} down] to {dose}[, see how it goes|].
[Take less|A bit less] {name}, {dose}[ instead of {old}|, that's enough|].
[{name} is a bit strong|{old} of {name} is too much], [so |]{dose}[ from here|].
[Your new, smaller dose of|The lower dose of] {name} [is|will be] {dose}[, down from {old}|].
@d_advice
[One thing you can do|What you can do yourself|My advice]: {ad}.
[It will help to|It helps to|It would be wise to] {ad}.
[Besides the medicine|Apart from that|Also at home], {ad}.
[Help it along|Do yourself a favor|As for home]: {ad}.
[I want you to|You should] {ad}.
@d_refer
[You'll be seen by|You'll hear from|Expect a call from] {ref}.
[I want|I'd like] {ref} to [have a look|see you|weigh in].
[A visit to|An appointment with] {ref} [is the next step|makes sense here].
@d_follow
[Your next visit is|Put yourself down for a visit|I'd have you back] in {fu}.
[In {fu}|{fu} from now] [I'll see you|come by|you're back here][ again|].
@p_when
[And when are we meeting|How long until I see you|When shall I book|What about a next appointment][ again|, doctor|]?
[Will you want me back|Am I coming back], [and when|or is that it]?
@d_return
[Should it happen that|In case] {warn}, [don't sit on it|ring us|get seen the same day].
[I want to hear from you|You should be back here|Get help] if {warn}.
[The one warning|One more thing]: if {warn}, [come at once|call].
@d_bye
[Look after yourself|Mind how you go|Go easy on yourself][, {who}|].
[That's it from me|We're all set|You're good to go][, {who}|].
@p_volunteer_age
[At my age|With my years], and I'm {age}, [you think the worst|you wonder].
[They say at {age} it's normal|I turned {age}][, that's me|, you see].
[You know I'm {age}|I'm {age} already], [right|don't forget].
@p_volunteer_denied
[What I don't have is|Not a trace of|I've been spared] {neg}[, at least|].
[Before you ask|You'll ask anyway], no {neg}.
@d_not_that
[Leave {name} aside|Forget {name}], [it does something else|it won't help here].
[That one|Your neighbor's pill], {name}, [is for other people|is not for you].
@d_lifestyle_chat
[How do you spend your days|What does a normal day look like]?
[Anyone else in the house unwell|Is everyone well at home]?
"""

QUESTIONS = """
@q_age
[According to|Going by] the [visit|transcript|note], [how old is the patient|what is the patient's age]?
[Years of age|Age in years|Age]?
@q_duration
[According to|Going by] the [visit|transcript|note], how long has [it|the complaint] [lasted|been there]?
[Since when|How long] [does the patient have|has the patient had] [these symptoms|this complaint|it]?
@q_severity
[According to|Going by] the [visit|transcript|note], how bad is it [out of ten|on the scale]?
[Out of ten, how bad|On the scale, how severe] [is it|does the patient say it is]?
@q_bp
[According to|Going by] the [visit|transcript|note], what was the [blood pressure|pressure]?
[Tell me|Read out] the [blood pressure|BP][ of this patient|].
@q_hr
[According to|Going by] the [visit|transcript|note], what was the [heart rate|pulse]?
[How many beats a minute|Beats per minute]?
@q_temp
[According to|Going by] the [visit|transcript|note], what was the [temperature|temp]?
[Tell me|Read out] the [temperature|temp|body temperature][ of this patient|].
[Body temperature|Temperature, with its unit]?
@q_spo2
[According to|Going by] the [visit|transcript|note], what was the [saturation|oxygen level]?
[Tell me|Read out] the [saturation|oxygen saturation][ of this patient|].
@q_dx
[According to|Going by] the [visit|transcript|note], what [is the diagnosis|does the patient have]?
[In the doctor's view|In the end], what [is it|does the patient have]?
@q_start
[According to|Going by] the [visit|transcript|note], what was [newly started|newly prescribed]?
[Which medicine is new|What did the doctor add]?
@q_start_dose
[According to|Going by] the [visit|transcript|note], at what dose was {name} [started|ordered]?
[How strong is|What is the strength of] the new {name}?
[Dose of the new|Starting dose of|Dose ordered of] {name}?
[Tell me|State] the dose of {name} that [was prescribed|is new|was ordered].
@q_dose
[According to|Going by] the [visit|transcript|note], what dose of {name} [does the patient take|is taken]?
[How strong is|What is the strength of] the patient's {name}?
[Dose of|Present dose of] {name}?
[Tell me|State] the dose of {name} that the patient [takes|is on|uses].
@q_freq
[According to|Going by] the [visit|transcript|note], how often is {name} [taken|used]?
[When is|At what intervals is] {name} [taken|used]?
[Tell me|State] how often the patient [takes|uses] {name}.
[Timing of|Directions for] {name}?
@q_allergy
[According to|Going by] the [visit|transcript|note], what [is the patient allergic to|must the patient avoid]?
[Tell me|State] the [substance|drug or food|trigger] the patient [is allergic to|reacts to].
[Known allergy|What allergy]?
@q_reaction
[According to|Going by] the [visit|transcript|note], what [does {name} do|happened with {name}]?
[Tell me|State] the [reaction|allergic reaction] to {name}.
[When given|After] {name}, what [happens|happened]?
[Kind of reaction to|Reaction after] {name}?
@q_stop
[According to|Going by] the [visit|transcript|note], what [was stopped|is no longer taken]?
[Tell me|State] the medicine that [was stopped|is stopped|the patient should stop].
[Which drug|Which tablet] [came to an end|was taken off the list]?
@q_increase
[According to|Going by] the [visit|transcript|note], what is the [new|changed] dose of {name}?
[Tell me|State] the [new|changed] dose of {name}.
[Changed dose of|Dose from now on of|Later dose of] {name}?
[What will|What should] the dose of {name} be[ from today| after this visit|]?
@q_family
[According to|Going by] the [visit|transcript|note], what [did|does] the {name} have?
[Tell me|State] the [illness|disease|condition] of the {name}.
[What illness|Which condition] [did the {name} have|is there in the {name}]?
@q_test
[According to|Going by] the [visit|transcript|note], which test [is to be done|was ordered]?
[Tell me|State] the test [to be done|that was asked for|the doctor ordered].
[Which investigation|What examination] [is planned|was ordered]?
@q_result
[According to|Going by] the [visit|transcript|note], what was the {name}?
[Tell me|Read out] the [value|result] of the {name}.
[How much was|How high was] the {name}?
[Value of|Result for] {name}?
[What did|What does] the {name} [show|come to|say]?
@q_follow
[According to|Going by] the [visit|transcript|note], when [is the next visit|does the patient return]?
[Tell me|State] when the patient [comes back|should return|is seen again].
[Time to the next visit|Next appointment]?
@q_referral
[According to|Going by] the [visit|transcript|note], where is the patient [referred|sent]?
[Tell me|State] [where the patient is referred|the referral|who the patient is sent to].
[Referral|Referred to whom]?
[Which specialist|Which service] [will see the patient|gets the referral]?
@q_job
[According to|Going by] the [visit|transcript|note], what [is the patient's job|does the patient work as]?
[Tell me|State] the patient's [job|occupation|work].
@q_fact
[Tell me|State|Name|Give] the {kind} for [this|the following]: {clue}.
[One|Which one] {kind}: {clue}?
[Looking for a|Find the] {kind}: {clue}.
[About the {kind}|Question on the {kind}]: {clue}?
[Give me the|Which is the|Say which] {kind} [that fits|is described]: {clue}.
[Fill in the|What would be the] {kind}: {clue}.
@q_clinical
[Tell me|State|Give] the [medical word|clinical term|medical term] for "{lay}".
[How would a doctor write|What does a note say for|In a note, what is] "{lay}"?
[A patient says|Someone says] "{lay}": [which term is that|what do you write|the clinical term]?
[Term|Clinical word|Medical term] [meaning|that means] "{lay}"?
"""
