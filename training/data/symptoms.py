"""Symptoms: the clinical word a note uses, and the lay words a patient says.

One symptom a line: `clinical word | lay words; lay words; ...`. `{s}` is where a side goes ("right ", "left " or nothing).
Lay words are noun phrases, so that they fit "I've had ...", "any ...?" and "there's been some ...".
Written by the authors in general clinic English; the clinical-to-lay pairs can be checked in MedlinePlus
(medlineplus.gov, "Symptoms") and in the NHS Health A-Z (nhs.uk/conditions).
"""

TEXT = """
productive cough | a wet cough; a cough that brings up phlegm; a chesty cough with gunk coming up
dry cough | a tickly cough; a cough with nothing coming up; a hacking cough
nocturnal cough | coughing at night; a cough that wakes me up; night-time coughing
hemoptysis | blood in what I cough up; coughing up blood; streaks of blood in my phlegm
fever | a temperature; a high temperature; feeling hot and feverish
chills | the shivers; shaking chills; cold shivers
night sweats | drenching sweats at night; waking up soaked; sweating through the sheets
fatigue | no energy; tiredness; feeling worn out; being wiped out all the time
dyspnea | shortness of breath; trouble catching my breath; being out of breath
exertional dyspnea | getting winded on the stairs; breathlessness when I walk; getting puffed out with activity
orthopnea | trouble breathing lying flat; needing extra pillows to breathe; breathlessness lying down
wheezing | a whistling in my chest; a wheeze; whistling when I breathe
chest tightness | a tight chest; a tight band around my chest; tightness in my chest
pleuritic chest pain | pain when I breathe in; a sharp chest pain with breathing; a stabbing pain when I take a deep breath
exertional chest pain | chest pain when I exert myself; pressure in my chest when I walk; a heavy feeling in my chest going uphill
palpitations | a racing heart; a fluttering heart; skipped heartbeats; a pounding in my chest
syncope | a fainting spell; blacking out; passing out
lightheadedness | a lightheaded feeling; wooziness; feeling faint
dizziness | dizzy spells; feeling dizzy; a dizzy feeling
leg edema | swollen legs; swelling in my ankles; puffy feet
weight gain | extra weight; putting on weight; weight creeping up
weight loss | losing weight; weight dropping off; clothes getting loose
loss of appetite | no appetite; being off my food; not wanting to eat
{s}facial pain | pain in my {s}cheek; {s}sided face pain; pressure in my {s}face
nasal congestion | a stuffy nose; a blocked nose; a stuffed-up nose
rhinorrhea | a runny nose; a dripping nose; a nose like a tap
sneezing | sneezing fits; non-stop sneezing; a lot of sneezing
itchy eyes | eyes that itch; itching in my eyes; scratchy eyes
postnasal drip | mucus down the back of my throat; dripping in my throat; gunk running down my throat
anosmia | no sense of smell; trouble smelling things; losing my smell
sore throat | a scratchy throat; a raw throat; a throat that hurts
odynophagia | pain when I swallow; swallowing that hurts; painful swallowing
dysphagia | food getting stuck; trouble swallowing; food catching on the way down
swollen neck glands | lumps in my neck; swollen glands; tender glands in my neck
hoarseness | a croaky voice; a hoarse voice; losing my voice
{s}ear pain | an ache in my {s}ear; a sore {s}ear; pain in my {s}ear
{s}hearing loss | muffled hearing in my {s}ear; trouble hearing on the {s}side; a blocked {s}ear
{s}tinnitus | ringing in my {s}ear; buzzing in my {s}ear; a ringing noise in my {s}ear
{s}ear discharge | fluid from my {s}ear; a leaky {s}ear; gunk coming out of my {s}ear
vertigo | the room spinning; a spinning feeling; everything whirling around
epistaxis | nosebleeds; bleeding from my nose; a nose that keeps bleeding
{s}sided headache | a headache on the {s}side; pain on the {s}side of my head; a pounding on the {s}side of my head
throbbing headache | a pounding headache; a head that throbs; a thumping head
pressing headache | a tight band around my head; a squeezing headache; pressure around my head
photophobia | light hurting my eyes; trouble with bright light; light bothering me
phonophobia | noise bothering me; trouble with loud noise; sounds hurting my head
nausea | feeling sick to my stomach; queasiness; a queasy stomach
vomiting | throwing up; being sick; vomiting spells
visual aura | zigzag lines in my vision; flashing lights before the headache; shimmering spots
{s}arm weakness | a weak {s}arm; a heavy {s}arm; trouble lifting my {s}arm
{s}leg weakness | a weak {s}leg; a {s}leg that gives way; heaviness in my {s}leg
{s}facial droop | a droopy {s}side of the face; a {s}side of my face that won't move; a lopsided smile on the {s}side
slurred speech | slurring my words; words coming out slurred; mumbled speech
resting tremor | a shaky hand at rest; shaking when I sit still; a hand that trembles at rest
action tremor | shaky hands when I use them; shaking when I hold a cup; hands that tremble when I write
slow movement | being slow to get going; moving slowly; everything taking longer to do
memory loss | forgetting things; a bad memory lately; trouble remembering names
seizure | a fit; a shaking spell; a spell where I jerked all over
numb feet | no feeling in my feet; feet that feel asleep; numbness in both feet
burning feet | burning in my feet; feet on fire; hot, prickly feet
{s}hand numbness | a numb {s}hand; tingling in my {s}hand; pins and needles in my {s}hand
weak grip | dropping things; a weak grip; trouble opening jars
restless legs | legs that won't keep still; an urge to move my legs; creepy-crawly legs at night
heartburn | burning behind my breastbone; acid coming up; a burning chest after meals
acid regurgitation | a sour taste in my mouth; bitter fluid in my throat; food coming back up
epigastric pain | pain in the pit of my stomach; a gnawing pain up here in my stomach; a sore upper belly
early satiety | filling up fast; being full after a few bites; getting full too quickly
bloating | a bloated belly; feeling gassy; a swollen, gassy stomach
abdominal cramps | stomach cramps; cramping in my belly; tummy cramps
right upper abdominal pain | pain under my right ribs; pain on the right up under the ribs; an ache below my right ribs
right lower abdominal pain | pain low down on the right; pain by my right hip bone; a sore right lower belly
left lower abdominal pain | pain low down on the left; pain by my left hip bone; a sore left lower belly
watery diarrhea | the runs; loose watery stools; running to the toilet all day
bloody diarrhea | blood in loose stools; bloody stools; diarrhea with blood in it
constipation | being backed up; not going regularly; hard stools
rectal bleeding | blood on the paper; bright red blood when I go; blood in the bowl
anal itching | an itchy bottom; itching down below at the back; itching around my bottom
jaundice | yellow skin; my eyes turning yellow; a yellow tinge
dark urine | tea-colored urine; very dark pee; brown urine
melena | black tarry stools; black stools; stools like tar
dysuria | burning when I pee; stinging when I pass water; pain when I urinate
urinary frequency | peeing all the time; going to the bathroom a lot; needing to pee every hour
urinary urgency | needing to rush to the toilet; having to go right away; barely making it to the bathroom
hematuria | blood in my urine; pink urine; bloody pee
nocturia | getting up at night to pee; night-time trips to the toilet; being up at night to urinate
weak urinary stream | a weak stream; a slow trickle when I pee; a poor flow
urinary hesitancy | trouble getting started when I pee; waiting for the pee to come; a slow start when I urinate
urinary leakage | leaking when I cough; losing urine when I laugh; wetting myself a little
suprapubic pain | an ache above my bladder; pain low in my belly; bladder pain
{s}flank pain | pain in my {s}side; pain in the {s}side of my back; an ache under my {s}ribs at the back
foamy urine | frothy urine; bubbles in my urine; foamy pee
low back pain | a sore lower back; a bad back; an aching lower back
back stiffness | a stiff back; stiffness in my back in the morning; a back that seizes up
{s}leg pain | pain shooting down my {s}leg; pain running down the {s}leg; an electric pain in my {s}leg
{s}leg numbness | a numb {s}leg; tingling down my {s}leg; no feeling in parts of my {s}leg
neck pain | a sore neck; a stiff neck; an aching neck
{s}shoulder pain | a sore {s}shoulder; pain in my {s}shoulder; an aching {s}shoulder
{s}shoulder stiffness | a stiff {s}shoulder; trouble raising my {s}shoulder; a frozen feeling in my {s}shoulder
{s}elbow pain | pain on the outside of my {s}elbow; a sore {s}elbow; an achy {s}elbow
{s}knee pain | a sore {s}knee; pain in my {s}knee; a bad {s}knee
{s}knee swelling | a swollen {s}knee; a puffy {s}knee; a {s}knee that blew up
{s}knee stiffness | a stiff {s}knee; a {s}knee that locks after sitting; stiffness in the {s}knee in the morning
{s}hip pain | a sore {s}hip; pain in my {s}hip; an aching {s}hip
{s}heel pain | a sore {s}heel; pain under my {s}heel; a stabbing {s}heel in the morning
{s}ankle pain | a sore {s}ankle; a twisted {s}ankle; pain in my {s}ankle
{s}ankle swelling | a swollen {s}ankle; a puffy {s}ankle; a {s}ankle like a balloon
{s}big toe pain | pain in my {s}big toe; a throbbing {s}big toe; a {s}big toe I can't touch
{s}calf swelling | a swollen {s}calf; a puffy {s}calf; a {s}calf bigger than the other
{s}calf pain | a sore {s}calf; a cramp in my {s}calf; pain in my {s}calf
{s}wrist pain | a sore {s}wrist; pain in my {s}wrist; an aching {s}wrist
{s}thumb pain | a sore {s}thumb; pain at the base of my {s}thumb; an aching {s}thumb
joint pain | sore joints; aching joints; joints that hurt
morning stiffness | being stiff in the morning; stiff hands when I wake; needing an hour to loosen up
swollen fingers | puffy fingers; swelling in my finger joints; fingers like sausages
muscle aches | sore muscles; aching all over; body aches
muscle spasm | my back going into spasm; muscles cramping up; a muscle knotting up
calf cramps on walking | my calves cramping when I walk; leg cramps after a block; legs that ache when I walk
height loss | getting shorter; losing an inch of height; shrinking a bit
polydipsia | being thirsty all the time; a terrible thirst; drinking gallons of water
polyuria | passing lots of urine; peeing large amounts; gallons of pee
blurred vision | blurry eyes; things looking fuzzy; fuzzy eyesight
heat intolerance | feeling hot all the time; trouble with the heat; sweating when others are fine
cold intolerance | feeling cold all the time; always being the cold one; trouble keeping warm
hand tremor | shaky hands; trembling hands; a shake in my hands
hair loss | hair falling out; thinning hair; hair in the drain
dry skin | rough, dry skin; flaky skin; skin like paper
irregular periods | periods all over the place; missed periods; periods that come and go
heavy periods | very heavy periods; flooding during my period; soaking a pad every hour
painful periods | bad period cramps; painful periods; cramps with my period
pelvic pain | pain down in my pelvis; an ache in the pelvis; low pelvic cramps
vaginal discharge | a discharge down below; a funny discharge; more discharge than usual
vaginal itching | itching down below; an itchy private area; itching in the vaginal area
vaginal dryness | dryness down below; dryness with sex; feeling dry in the vaginal area
hot flashes | hot flushes; waves of heat; sudden heat rushing up my face
{s}breast pain | a sore {s}breast; tenderness in my {s}breast; an achy {s}breast
breast redness | a red patch on my breast; a red, hot breast; redness on the breast
missed period | a late period; no period this month; a skipped period
acne | breakouts; spots on my face; pimples
excess facial hair | hair on my chin; extra hair on my face; facial hair I have to pluck
itchy rash | an itchy rash; bumps that itch; a patch of itchy skin
scaly plaques | scaly patches; thick flaky patches; silvery scales on my skin
{s}sided painful rash | a painful rash on the {s}side; blisters on the {s}side; a band of blisters on my {s}side
red warm skin | a hot red patch of skin; skin that is red and warm; redness that is spreading
hives | welts; itchy raised welts; hives all over
changing mole | a mole that has changed; a mole getting darker; a funny-looking mole
facial flushing | a red face; flushed cheeks; redness over my cheeks and nose
ring-shaped rash | a round rash; a ring on my skin; a circle-shaped patch
scalp flaking | dandruff; flakes on my shoulders; a flaky scalp
low mood | feeling down; feeling blue; being low all the time
loss of interest | not enjoying anything; no interest in things; losing interest in my hobbies
poor sleep | not sleeping; trouble sleeping; lying awake at night
poor concentration | trouble focusing; a foggy mind; not being able to concentrate
excessive worry | worrying all the time; constant worry; worry I can't switch off
restlessness | not being able to sit still; feeling on edge; being keyed up
panic attacks | sudden waves of panic; panic spells; attacks where I think I'm dying
irritability | a short fuse; snapping at people; being cranky
flashbacks | reliving what happened; flashbacks; memories that come back like a movie
nightmares | bad dreams; nightmares; dreams that wake me
easy distraction | getting distracted; jumping from task to task; never finishing things
daytime sleepiness | falling asleep in the day; nodding off; being sleepy all day
loud snoring | snoring; loud snoring, my partner says; snoring that wakes the house
elevated mood | feeling on top of the world; being way up; feeling wired and high
{s}eye redness | a red {s}eye; a bloodshot {s}eye; a pink {s}eye
{s}eye discharge | gunk in my {s}eye; a sticky {s}eye; a crusty {s}eye in the morning
{s}eye pain | a sore {s}eye; pain in my {s}eye; a stabbing feeling in my {s}eye
gritty eyes | sand in my eyes; gritty eyes; dry, scratchy eyes
glare at night | trouble with headlights; glare when I drive at night; halos around lights
{s}eyelid swelling | a swollen {s}eyelid; a lump on my {s}eyelid; a puffy {s}eyelid
pallor | being pale; looking washed out; a pale face
pica | craving ice; chewing ice all day; a craving for ice
easy bruising | bruises for no reason; bruising easily; bruises all over
bone pain | an ache in my bones; pain deep in the bones; sore bones
tick bite | a tick bite; a tick I pulled off; a bite from a tick
cold sores | blisters on my lip; a cold sore; tingling blisters by my mouth
mouth ulcers | sores in my mouth; mouth sores; little ulcers in my cheek
"""


def _parse():
    table = {}
    for line in TEXT.strip().splitlines():
        clinical, lay = (part.strip() for part in line.split("|"))
        table[clinical] = [words.strip() for words in lay.split(";")]
    return table


SYMPTOMS = _parse()
