"""Wordings of questions about a visit, and of the instruction lines that come before a transcript."""

TEXT = """
@instruction
[Write a|Write the|Please write a] [SOAP note|clinical note|visit note] for this [visit|conversation|consultation].
[Summarize|Summarise] this [visit|conversation|dialogue] as a [SOAP note|clinical note].
Turn this [doctor-patient conversation|visit|transcript] into a [structured |]SOAP note.
[Document|Write up] this [visit|encounter] as a SOAP note.
[Create|Produce|Draft] a SOAP note [from|of] the [conversation|transcript|visit].
@q_age
[How old is|What age is|What is the age of] the patient?
[The patient's age|Patient age|Age of the patient]?
[Give|State|Tell me] the patient's age.
[At what age|How old] did the patient come in?
[What age does|Which age does] the patient [state|give|have]?
@q_duration
How long [have the symptoms lasted|has the patient had this|has this been going on]?
[What is|Give|State] the duration of the [symptoms|complaint|main complaint].
[For how long|Since how long] has the patient been [unwell|ill|troubled]?
[When did it start, how long ago|How long ago did it begin]?
[Duration of symptoms|Symptom duration]?
@q_severity
How [severe|bad] is it [out of ten|from zero to ten|on the scale of ten]?
[What|Which] severity does the patient [give|report|state]?
[What number|Which number] does the patient give for how bad it is?
[Severity score|Severity out of ten]?
[Rate|State] the severity [the patient gave|as told by the patient].
@q_bp
What is the [patient's |]blood pressure?
[Which|What] blood pressure was [measured|found|read]?
[Give|State|Report] the blood pressure.
[Blood pressure|BP]?
[What did|What does] the blood pressure [read|measure|come out at]?
@q_hr
What is the [patient's |][heart rate|pulse]?
[Which|What] [heart rate|pulse] was [measured|found]?
[Give|State|Report] the [heart rate|pulse].
[Heart rate|Pulse|HR]?
How fast is the [heart|pulse][ beating| going|]?
@q_temp
What is the [patient's |]temperature?
[Which|What] temperature was [measured|found]?
[Give|State|Report] the temperature.
[Temperature|Temp]?
How [high|warm] is the temperature?
@q_spo2
What is the [oxygen saturation|oxygen level|SpO2]?
[Which|What] [oxygen level|oxygen saturation] was [measured|found]?
[Give|State|Report] the [oxygen level|oxygen saturation].
[Oxygen saturation|Oxygen|SpO2]?
How high is the oxygen [level|saturation]?
@q_dx
What is the [diagnosis|doctor's diagnosis|assessment]?
[Which|What] [condition|illness|disease] does the patient have?
[Give|State|Name] the diagnosis.
What does the doctor think [it is|is wrong|the patient has]?
[Diagnosis|Assessment|Main diagnosis]?
@q_start
Which [new medicine|new drug|medicine] [was prescribed|was started|does the doctor start]?
What [did the doctor prescribe|was newly prescribed|is the new medicine]?
[Name|Give|State] the [new medicine|newly prescribed medicine].
[Which prescription|What prescription] does the patient [get|receive]?
[New medicine|New prescription]?
@q_start_dose
What dose of {name} was [prescribed|started|ordered]?
[Which|What] dose of {name} [should the patient take|is new]?
At what dose is {name} [started|prescribed]?
How much {name} [was prescribed|should the patient take]?
[Prescribed dose of|New dose of] {name}?
@q_dose
What dose of {name} does the patient [take|use|have]?
[Which|What] dose of {name} is the patient [on|taking]?
At what dose [is {name} taken|does the patient take {name}]?
How much {name} does the patient [take|use]?
[Current dose of|Home dose of] {name}?
@q_freq
How often does the patient [take|use] {name}?
[When|How frequently] does the patient [take|use] {name}?
How often is {name} [taken|used]?
[How many times|At what times] is {name} taken?
[Frequency of|Schedule of] {name}?
@q_allergy
What is the patient allergic to?
[Which|What] allergy does the patient [have|report]?
[Name|State] the [allergy|allergen].
[To what|To which substance] does the patient react?
[Allergies|Allergy]?
@q_reaction
What [happens|reaction occurs] with {name}?
[Which|What] reaction does {name} [cause|give]?
How does the patient react to {name}?
What does {name} [do to|cause in] the patient?
[Reaction to|Effect of] {name}?
@q_stop
Which medicine [was stopped|should be stopped|does the doctor stop]?
What [does the doctor stop|should the patient stop taking]?
[Name|State] the stopped medicine.
[Which|What] medicine should the patient no longer take?
[Stopped medicine|Medicine stopped]?
@q_increase
To what dose is {name} changed?
[What|Which] is the new dose of {name}?
What dose of {name} does the doctor [want now|set]?
[How much|What dose of] {name} from now on?
{name} is changed to what dose?
@q_family
Which [illness|disease] did the {name} have?
What [illness|condition] [is known|was reported] in the {name}?
What did the patient's {name} have?
[Which family illness|What] is reported for the {name}?
[Illness of the|History of the] {name}?
@q_test
Which test [was ordered|is ordered|does the doctor order]?
What test [will be done|does the doctor want]?
[Name|State] the test that was ordered.
[What|Which] test does the patient need?
[Ordered test|Test ordered]?
@q_result
What was the [result of the |]{name}?
[Which|What] value did the {name} have?
[Give|State|Report] the {name}.
How high [was|is] the {name}?
[Result of|Value of] {name}?
@q_follow
When is the follow-up?
[When should|When does|When will] the patient [come back|return]?
In how long is the [next visit|follow-up]?
[State|Give] the follow-up [time|interval].
[Follow-up|Next visit]?
@q_referral
[Where|To whom] is the patient referred?
[Which|What] service is the patient referred to?
[State|Name] the referral.
Where does the doctor send the patient?
[Referral|Referred to]?
@q_job
What is the patient's [job|work|occupation]?
[What does|As what does] the patient [do for a living|work]?
[State|Name] the patient's [job|occupation].
[What|Which] job does the patient have?
[Occupation|Job]?
@q_fact
[Which|What] {kind} is meant: {clue}?
{clue}. Which {kind}?
Name the {kind}: {clue}.
[Answer briefly|In short]: {clue}. Which {kind}?
[Of which|Of what] {kind} is it true that {clue}?
@q_clinical
[What is|Which is] the clinical word for "{lay}"?
[Say|Write] "{lay}" in clinical words.
A patient says "{lay}". [What do you write in the note|What is the clinical term]?
[Clinical term|Medical word] for "{lay}"?
Translate into a clinical term: "{lay}".
"""
