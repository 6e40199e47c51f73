"""Wordings of what makes real visits long: stories that belong in no note, and explanations. Nothing here states a fact of the visit.

Numbers, days and other people's illnesses occur on purpose: the note must leave them out.
"""

TEXT = """
@p_story
[You know,|The thing is,|I should say,] [my {rel}|a friend of mine|the woman next door] [had something like this|went through the same] [two|three|four] years ago[ and it turned out to be nothing|, and they never found out why|, so of course I got worried].
It [all began|first came up] [the day we|around the time we] [moved house|painted the kitchen|got back from my cousin's wedding|started the new shift], [so I blamed that|and I thought nothing of it|if that helps].
[I looked it up|I read about it] [online|in a magazine], [which I shouldn't have|and then I couldn't sleep|and every page said something else].
[My boss|My supervisor|The manager] [wants a note|keeps asking|wasn't happy], [because we're short of people|since it's the busy season|and I can't blame them]. [We have|There's] [inventory|an audit|a delivery] on [Monday|Thursday|Friday].
[I was going to come|I wanted to come] [last week|before the holiday], but [the car wouldn't start|the kids had school|I couldn't get a slot|the bus was late], [so here we are|and then I forgot].
[My {rel} drove me here|I came by bus|I walked over], [it took forty minutes|and parking was awful|and it rained the whole way].
[The pharmacy|The drugstore] [on the corner|near us] [closed|moved], [so now I go to the one by the station|and the new one never has anything|which is a nuisance].
[I told my {rel} about it|I mentioned it at home], and [they said I complain too much|they said just see the doctor|we argued about it], [you know how it is|as always].
[The dog|The cat|The baby] [wakes me|gets me up] at [five|four|six] [every morning|most days][ anyway|, so I'm up early|, that's not new].
[We're supposed to|I'm meant to] [fly out|travel|go camping] in [two|three|five] weeks, [so the timing is bad|and I'd hate to cancel|and the tickets are paid].
[At the last place|My old doctor|The clinic in town] [they always made me wait|never explained much|was in the same building], [this is nicer|no offense|so I switched].
[I do a lot of|I've taken up] [gardening|walking|baking|crosswords] [these days|since I have the time], [it keeps me sane|mostly on weekends|nothing heavy].
@d_story_ack
[That sounds stressful|I can imagine|That's a lot|I hear you][, really|. Let's go on| ].
[Okay, let's come back to you|Let's stay with you for now|Let's get back to today].
[I see|Right|Sure], [we'll get through this|we'll sort it out|that happens].
[Don't worry about the form|We can write a note|We'll see about that later].
[Mm-hm|Uh-huh|Okay], [noted|good to know|thanks for telling me].
[That's understandable|Anyone would worry|That's only human].
@d_explain
[It's quite common|We see this a lot|It's nothing rare], [and most people do well|and there are good ways to treat it|so you're in good company]. [I'll explain as we go|Stop me if I'm unclear|Ask whatever you like].
[The name sounds worse than it is|It has a big name|Don't let the name scare you]. [What matters is|The point is] [that we treat it|how you feel|that we keep an eye on it].
[Think of it as|It's a bit like] [a smoke alarm that is too sensitive|a rusty hinge|a traffic jam|an engine out of tune]: [it can be put right|it settles with time|we only need to help it along].
[Your body is doing|The body does] [what it can|its job], [and the treatment gives it a hand|and we only support it|it just needs some help].
[I don't see anything|There's nothing here] [that alarms me|frightening|that can't wait], [but I want to do this properly|and we have time|so let's take it step by step].
[We can't always say why|Nobody really knows why|It's hard to say why] [it starts|people get it|it comes], [and it isn't your fault|and you did nothing wrong|but we know how to treat it].
@p_understood
[That makes sense|That helps|Good to hear][, thank you|. I was worried|].
[Okay, I can live with that|Fair enough|I see what you mean][.|, I think.]
[So it's not|Then it's not] [something terrible|the end of the world][, good|, then|].
[I'll tell|Wait till I tell] my {rel}[ that|, they'll be relieved|].
[You explain it well|Nobody told me that before|First time I understand it][, thanks|, honestly|].
[Right|Okay|All right], [I follow|with you so far|got that].
@d_lifestyle_chat
[And otherwise, how are things at home|How's everything at home|And how is life otherwise]?
[Are you sleeping at all|How are you coping|How are you holding up][ with all this|, overall|]?
[Who is at home with you|Do you have help at home|Is somebody with you at home]?
[Anything that worries you most|What worries you most about it|Is there something you're afraid of]?
[What were you hoping for today|What would you like from me today|What would help you most]?
[Did you bring someone|Did you come alone|Did anyone come with you][ today|]?
"""
