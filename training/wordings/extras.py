"""Wordings of what people say without being asked, of what the doctor already knows, and of talk about things that do not apply."""

TEXT = """
@d_confirm_history
[You have|You've got|You've had] {hx}, [right|correct|yes]?
[I see|It says here] [you have|a history of] {hx}[, is that right|]?
[Still dealing with|Still living with] {hx}?
[So|Okay, so] {hx} [is the main history|in your past], [right|correct]?
[The chart lists|Your file mentions|My notes say] {hx}[, yes|, correct|]?
[Apart from {hx}|Besides {hx}], [nothing else in the history|you've been well]?
@d_confirm_med
[You take|You're on|You're taking] {name} {dose}, {freq}, [right|correct|yes]?
[Still on|Still taking] [the |]{name}, {dose} {freq}?
[I see|It says here] {name} {dose} {freq}[, still the same|, is that right|]?
[And the|The] {name}, [that's|still] {dose}, {freq}?
[My list has|The chart lists|On file there's] {name}, {dose}, {freq}[, correct|]?
[Are you still taking|Do you still take] {name} {dose}, {freq}?
@d_confirm_allergy
[You're allergic to|You react to|You can't have] {agent}, [that gave you|you got] {reaction}, [right|yes]?
[I see|The chart says] [an allergy to |]{agent}, [with|you get] {reaction}[, correct|]?
[And {agent} gives you|{agent} gave you] {reaction}, [is that right|correct|yes]?
[You had|You got] {reaction} [from|with] {agent}, [I believe|right|as I recall]?
[Still allergic to|Still avoiding] {agent}? [It was|You got] {reaction}, [right|yes]?
@p_volunteer_age
I'm {age}[, by the way|, you know|].
[At {age} you expect that|At {age}, things break down][, I guess|].
[I'm only|I'm already] {age}[, doctor|, after all|].
[Being {age}|I know I'm {age}], [I worry|it's maybe normal].
And I'm {age}[, if that matters|, so I thought I'd ask|].
@p_volunteer_denied
[No|But no] {neg}[, though|, luckily|].
[I haven't had|I don't have|There's been no] {neg}[, though|].
[And no|And luckily no] {neg}[ so far|].
[No sign of|Nothing like] {neg}[, at least|].
[It's not like I have|I can't say I have] {neg}[, no|].
@p_other_person
[My {rel}|A friend of mine|My neighbor] takes {name} for [that|something like it][, should I try it|].
[My {rel}|Someone at work|A cousin] swears by {name}[, but I don't know|, I haven't tried it|].
[I read about|I saw an ad for|They talk about] {name}[ on TV|][, but I never took it|, is that for me|].
[My {rel}|My neighbor] had [the same|this] and got {name}[, doctor|].
[The pharmacist mentioned|The lady at the store mentioned] {name}[, but I didn't buy it|, I left it there].
@d_not_that
[I don't think|I doubt] you need {name}[ for this|].
[No need for|We won't use] {name} [here|this time|for that].
[{name} isn't|{name} would not be] [right for you|the answer here].
[Some would give|Others would try] {name}, [but I wouldn't|but not in your case].
[We'll leave|Let's leave] {name} [out of it|for another time].
@d_recap
[So to sum up|To sum up|In short], {name} {dose}[ as we said|, and call me if there's trouble|].
[So remember|Don't forget], {name} {dose}[, as I said| as discussed|].
[Again|Once more], that's {name} {dose}[, okay|, all right|].
[To repeat|Let me repeat], {name} {dose}[ is the new one|].
[So, |]the new one is {name} {dose}[, yes|, don't forget|].
@p_anything_tried
[I just put up with it|I tried to ignore it|I hoped it would pass][, really|].
[I put it off|I waited] [too long|because work was busy].
[My {rel}|My neighbor] [made me come|told me to come in|said I should see you].
[I nearly canceled|I almost didn't come][ today|], [to be honest|but here I am].
[It's wearing me down|I'm fed up with it|It scares me a bit][, doctor|].
"""
