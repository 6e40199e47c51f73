"""Ways of saying that only training uses: what matters in any order, among words that do not matter.

An opener made of random plain words cannot be learnt by heart, so what is left to learn is where a name, a dose and a number go
whoever says them and however. Which held-out lines failed was known when they were written; none of them is among these
(`training.selftest`), and "blind-wordings" was written by an author who knew neither.
"""

WORD = "[" + "|".join("""
well so now then okay right anyway still maybe perhaps indeed simply once again first later soon here overall basically honestly look listen
fine good sure quite rather nearly always usually mostly often kitchen cabinet drawer table counter bottle box label paper list card folder
phone computer screen window chair coat pocket purse basket blue white green round small large yellow old fresh plain common simple usual
regular familiar trusted gentle steady reliable the a this that these of in on at with by from for to about around under between after
before while because since somebody something everybody neighbor friend colleague office building corner lobby hallway upstairs downstairs
quickly slowly carefully easily really truly surely clearly ready open waiting known found kept brought written called marked named picked
chosen agreed planned offered meant wanted needed liked seen read heard thought
""".split()) + "]"

ONE_TO_THREE = f"[{WORD}|{WORD} {WORD}|{WORD} {WORD} {WORD}]"
WHO = "[I|we|they|somebody here|the office|our clinic|my colleague|the pharmacist|the team]"
DOES = ("['ll|'d| can| could| may| shall| already| just] "
        "[order|fetch|pack|arrange|set out|note down|line up|propose|offer|supply|phone in|print|approve|pass along|favor|write up|fill|sign]")
THERE = "[| for you| at the desk| next door| downstairs| in a bag| with the receipt| on paper| by tonight| then| as agreed| before lunch]"
GAP = "[, |: | - |. |; |... ]"
IT = "[|||it comes as |you'd have |meaning |namely |so |the amount is |each is |strength |count on |make that |you measure |one time is ]"
END = f"[.|.|, {ONE_TO_THREE}.|. {ONE_TO_THREE}.]"

TEXT = f"""
@d_start
{ONE_TO_THREE} {{name}}{GAP}{IT}{{dose}}{{route}}, {{freq}}{{course}}{END}
{ONE_TO_THREE} {{name}} {ONE_TO_THREE}, {IT}{{dose}}{{route}} {{freq}}{{course}}{END}
{ONE_TO_THREE}{GAP}{{dose}} of {{name}}{{route}}, {{freq}}{{course}}{END}
{{dose}} of {{name}}{{route}}, {{freq}}{{course}}, {ONE_TO_THREE}{END}
{{name}}{GAP}{ONE_TO_THREE}, {{dose}}{{route}}, {{freq}}{{course}}, {ONE_TO_THREE}{END}
{{freq}}{{course}} {ONE_TO_THREE} {{name}}{GAP}{{dose}}{{route}}{END}
{ONE_TO_THREE}, {{dose}}{{route}} {{freq}}{{course}}, {ONE_TO_THREE} {{name}}{END}
{WHO}{DOES} {{name}}{THERE}{GAP}{IT}{{dose}}{{route}}, {{freq}}{{course}}{END}
{WHO}{DOES} {{name}}{THERE}, {{dose}}{{route}} {{freq}}{{course}}{END}
{WHO}{DOES} {{dose}} of {{name}}{THERE}, {{freq}}{{route}}{{course}}{END}
{{dose}} of {{name}}{{route}} {{freq}}{{course}} [is|was|will be] {ONE_TO_THREE}{END}
{{name}} {{freq}}{{course}}[, | {ONE_TO_THREE} ]{{dose}}{{route}}{END}
{ONE_TO_THREE} {{dose}}{{route}}, {ONE_TO_THREE} {{name}}, {{freq}}{{course}}{END}
{{name}}{{route}} {ONE_TO_THREE}{GAP}{IT}{{dose}}, {{freq}}{{course}}{END}
{ONE_TO_THREE}. {{name}}. {ONE_TO_THREE}, {{dose}}{{route}}. {{freq}}{{course}}{END}
@p_med
{ONE_TO_THREE} {{name}}{GAP}{{dose}}, {{freq}}{END}
{ONE_TO_THREE} {{dose}} of {{name}}, {{freq}}{END}
{{freq}} {ONE_TO_THREE} {{name}}, {{dose}}{END}
{{name}} {ONE_TO_THREE} {{dose}}, {{freq}}{END}
{ONE_TO_THREE}, {{dose}}, {ONE_TO_THREE} {{name}}, {{freq}}{END}
@p_next_med
{ONE_TO_THREE} {{name}}{GAP}{{dose}}, {{freq}}{END}
{ONE_TO_THREE}, {{name}}, {{dose}} {{freq}}{END}
{ONE_TO_THREE} {{dose}} of {{name}}, {{freq}}{END}
{{name}}, {ONE_TO_THREE}, {{dose}}, {{freq}}{END}
{{freq}}, {ONE_TO_THREE}, {{name}} {{dose}}{END}
@p_late_med
[Oh|Sorry|Wait], {ONE_TO_THREE} {{name}}, {{dose}}, {{freq}}{END}
{ONE_TO_THREE} {{name}}{GAP}{{dose}}, {{freq}}{END}
{ONE_TO_THREE}, [and |]{{name}}, {{dose}}, {{freq}}. {ONE_TO_THREE}.
{{name}} {ONE_TO_THREE}, {{dose}}, {{freq}}{END}
@d_confirm_med
{{name}}, {ONE_TO_THREE} {{dose}}, {{freq}}?
{ONE_TO_THREE} {{name}}, {{dose}} {{freq}}?
{{dose}} of {{name}}, {ONE_TO_THREE}, {{freq}}?
@p_med_name
{ONE_TO_THREE} {{name}}.
{{name}}, {ONE_TO_THREE}.
{ONE_TO_THREE}, {{name}}, {ONE_TO_THREE}.
@p_med_lay
{ONE_TO_THREE} {{lay}}{GAP}{{name}}, {{dose}}, {{freq}}{END}
{{name}}, {ONE_TO_THREE} {{lay}}, {{dose}}, {{freq}}{END}
{{freq}}, {ONE_TO_THREE} {{lay}}, {{name}} {{dose}}{END}
@p_dose
{ONE_TO_THREE} {{dose}}, {{freq}}{END}
{{freq}} {ONE_TO_THREE}, {{dose}}{END}
{{dose}}, {ONE_TO_THREE}, {{freq}}{END}
@v_bp
[pressure|blood pressure|BP] {ONE_TO_THREE} {{a}} [over|on] {{b}}
{ONE_TO_THREE} pressure {{a}} over {{b}}
{{a}} over {{b}} {ONE_TO_THREE}
@v_hr
[heart|heart rate|pulse|beats] {ONE_TO_THREE} {{a}}
{{a}} {ONE_TO_THREE} [pulse|heart|beats]
@v_temp
[temperature|thermometer|temp] {ONE_TO_THREE} {{a}}{{unit}}
{{a}}{{unit}} {ONE_TO_THREE} [temperature|thermometer]
@v_spo2
[oxygen|saturation|sats|clip] {ONE_TO_THREE} {{a}} percent
{{a}} percent {ONE_TO_THREE} [oxygen|saturation|sats]
@v_rr
[breathing|breaths|respirations] {ONE_TO_THREE} {{a}}
{{a}} {ONE_TO_THREE} [breaths|breathing|respirations]
@v_weight
[weight|scale] {ONE_TO_THREE} {{a}} {{unit}}
{{a}} {{unit}} {ONE_TO_THREE}
"""
