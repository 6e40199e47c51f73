"""Ways of saying that only training uses: constructions that its other wordings lack, such as the dose before the name and the two in
sentences of their own. They were added after a look at which held-out wordings failed, and none of them is one of those.
"""

TEXT = """
@d_start
{dose} of {name}{route}, {freq}{course}[, please|, to begin with|].
[I want to see|I'd be happy to see] you on {dose} of {name}{route}, {freq}{course}.
[{dose} {freq}{course}|{freq}, {dose}{course}], [and the name is|it's called|the medicine is] {name}.
{freq}{course}, {dose} of {name}{route}[, that should do|, and we'll see|].
[The plan|What we do]: {dose} of {name}{route} {freq}{course}.
[A dose of {dose}|{dose}] of {name}{route} {freq}{course} [will do it|ought to be enough|should settle this|is my suggestion].
[I keep|I have] {name} [in the cupboard|on the shelf|at hand]; [take|use] {dose}{route}, {freq}{course}.
[We stock|The clinic has|They hold] {name}. [The dose is|Dose] {dose}{route}, {freq}{course}.
[Here's|This is] {name}[ to take home|], {dose}{route} {freq}{course}.
[Have you heard of|Do you know|Have you come across] {name}? [That's|You'd take] {dose}{route}, {freq}{course}.
[The chemist|Your drugstore] [has|will hold] {name} [ready|for you], {dose}{route}, {freq}{course}.
[The prescription goes out|The order is in|The script is sent] [today|now]: {name}[, |: | - ]{dose}{route}, {freq}{course}.
[A course of|A little] {name}{course}, [at |]{dose}{route} {freq}, [would help|is right here|sounds right].
[Along with that|At the same time|Together with it], {name} {dose}{route} {freq}{course}[ as well|, too|].
[Next|Finally|Now for the new one], {name}. {dose}{route}, {freq}{course}.
[I've settled on|I've decided on] {name}; {dose}{route}, {freq}{course}.
@d_increase
[Up to|To] {dose} [with|for] the {name}[, from {old}|].
[{dose} of {name}|{dose} for the {name}], [more than before|that's higher].
@d_decrease
[Down to|Only] {dose} [with|for] the {name}[, from {old}|].
[{dose} of {name}|{dose} for the {name}], [less than before|that's lower].
@p_med
{dose} {freq}, [and it's|that's] {name}.
[{freq}, {dose}|{dose}, {freq}]: {name}.
[The one I take|What I take] is {name}. {dose}, {freq}.
@p_next_med
[Don't forget|Let me not forget|I can't leave out] [the |my |]{name}, {dose}, {freq}.
[Oh yes|Oh right|And yes], {name}, {dose}, {freq}.
{name}[ is another| is one more|, a second one], {dose}, {freq}.
{dose} of {name}[ too|, that too|], {freq}.
[There's more|It goes on]: {name}. {dose}, {freq}.
@p_late_med
[I missed|I skipped|I passed over|I forgot] {name}, {dose}, {freq}.
[There was one more|I had one more]: {name}, {dose}, {freq}.
[Wait, the|Oh, the] {name}[. |, ]{dose}, {freq}.
@p_med_name
[Simply|Nothing but|The one pill,] {name}[, I believe|].
@v_hr
{a} [at the wrist|for your heart]
[counting|we count] {a} for the pulse
@v_temp
{a}{unit} [by the thermometer|for a temperature]
[warm|cool] at {a}{unit}
@v_spo2
{a} percent [for the oxygen|by the clip]
[breathing air,|resting,] oxygen {a} percent
@v_bp
{a} over {b} [in the arm|by the cuff|for a pressure]
[the pressure,|pressure first:] {a} over {b}
@v_rr
{a} [breaths|for respirations]
@v_weight
{a} {unit} [today|by the scale]
"""
