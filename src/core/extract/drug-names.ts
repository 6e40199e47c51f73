/**
 * Generic drug names, brand names and ways to say them, written for this project from general knowledge of
 * common products. The lists serve to notice that a note names a drug; they say nothing about its use.
 */

/** Generic names and drug-like supplements, separated by commas. */
const GENERICS = `
abacavir, abatacept, abemaciclib, abiraterone, acamprosate, acarbose, acebutolol, acetaminophen, acetazolamide,
acetylcysteine, acitretin, aclidinium, acyclovir, adalimumab, adapalene, adefovir, adenosine, albendazole, albuterol,
alendronate, alfuzosin, alirocumab, aliskiren, allopurinol, almotriptan, alogliptin, alosetron, alprazolam, alprostadil,
alteplase, amantadine, ambrisentan, amikacin, amiloride, aminophylline, amiodarone, amitriptyline, amlodipine, amoxapine,
amoxicillin, amphetamine, amphotericin, ampicillin, anakinra, anastrozole, anidulafungin, apixaban, apremilast, aprepitant,
aripiprazole, armodafinil, asenapine, aspirin, atazanavir, atenolol, atezolizumab, atomoxetine, atorvastatin, atovaquone,
atropine, azathioprine, azelastine, azilsartan, azithromycin, aztreonam, bacitracin, baclofen, baricitinib, beclomethasone,
bedaquiline, belimumab, bempedoic acid, benazepril, benralizumab, benzonatate, benztropine, betamethasone, betaxolol,
bethanechol, bevacizumab, bicalutamide, bictegravir, bimatoprost, bisacodyl, bisoprolol, bivalirudin, bleomycin, bortezomib,
bosentan, brexpiprazole, brimonidine, brinzolamide, brivaracetam, bromocriptine, budesonide, budesonide-formoterol,
bumetanide, bupivacaine, buprenorphine, bupropion, buspirone, busulfan, butalbital, cabergoline, cabozantinib, calcipotriene,
calcitonin, calcitriol, calcium carbonate, canagliflozin, candesartan, capecitabine, capsaicin, captopril, carbamazepine,
carbidopa, carbidopa-levodopa, carboplatin, cariprazine, carisoprodol, carvedilol, caspofungin, cefaclor, cefadroxil,
cefazolin, cefdinir, cefepime, cefixime, cefotaxime, cefoxitin, cefpodoxime, cefprozil, ceftaroline, ceftazidime, ceftriaxone,
cefuroxime, celecoxib, cephalexin, cefalexin, certolizumab, cetirizine, cetuximab, chlorambucil, chlordiazepoxide,
chlorhexidine, chloroquine, chlorpheniramine, chlorpromazine, chlorpropamide, chlorthalidone, chlorzoxazone, cholecalciferol,
cholestyramine, ciclesonide, ciclopirox, cilostazol, cimetidine, cinacalcet, ciprofloxacin, cisplatin, citalopram,
clarithromycin, clemastine, clevidipine, clindamycin, clobazam, clobetasol, clomiphene, clomipramine, clonazepam, clonidine,
clopidogrel, clorazepate, clotrimazole, clozapine, cobicistat, codeine, colchicine, colesevelam, colestipol, cortisone,
cromolyn, cyanocobalamin, cyclobenzaprine, cyclophosphamide, cyclosporine, cyproheptadine, dabigatran, dalbavancin,
dalteparin, dantrolene, dapagliflozin, dapsone, daptomycin, darbepoetin, darifenacin, darunavir, dasatinib, deferasirox,
degludec, denosumab, desipramine, desloratadine, desmopressin, desogestrel, desvenlafaxine, dexamethasone, dexlansoprazole,
dexmethylphenidate, dextroamphetamine, dextromethorphan, diazepam, diclofenac, dicloxacillin, dicyclomine, digoxin,
diltiazem, dimenhydrinate, diphenhydramine, diphenoxylate, dipyridamole, disopyramide, disulfiram, divalproex, docetaxel,
docusate, dofetilide, dolutegravir, donepezil, doravirine, dorzolamide, doxazosin, doxepin, doxorubicin, doxycycline,
doxylamine, dronedarone, drospirenone, dulaglutide, duloxetine, dupilumab, dutasteride, econazole, edoxaban, efavirenz,
eletriptan, eltrombopag, empagliflozin, emtricitabine, enalapril, enoxaparin, entacapone, entecavir, epinephrine, eplerenone,
epoetin, eprosartan, eptinezumab, erenumab, ergocalciferol, ergotamine, erlotinib, ertapenem, ertugliflozin, erythromycin,
escitalopram, esketamine, esomeprazole, estradiol, eszopiclone, etanercept, ethambutol, ethosuximide, etidronate, etodolac,
etonogestrel, etoposide, etravirine, everolimus, evolocumab, exemestane, exenatide, ezetimibe, famciclovir, famotidine,
febuxostat, felodipine, fenofibrate, fentanyl, ferrous fumarate, ferrous gluconate, ferrous sulfate, fesoterodine,
fexofenadine, fidaxomicin, filgrastim, finasteride, finerenone, fingolimod, flecainide, fluconazole, fludrocortisone,
flumazenil, flunisolide, fluocinonide, fluorouracil, fluoxetine, fluphenazine, flurazepam, flurbiprofen, flutamide,
fluticasone, fluticasone-salmeterol, fluvastatin, fluvoxamine, folic acid, fondaparinux, formoterol, fosfomycin, fosinopril,
fosphenytoin, fremanezumab, frovatriptan, fulvestrant, furosemide, gabapentin, galantamine, galcanezumab, ganciclovir,
gatifloxacin, gefitinib, gemcitabine, gemfibrozil, gentamicin, glargine, glatiramer, glimepiride, glipizide, glucagon,
glyburide, gliclazide, glycopyrrolate, golimumab, goserelin, granisetron, griseofulvin, guaifenesin, guanfacine, guselkumab,
haloperidol, heparin, hydralazine, hydrochlorothiazide, hydrocodone, hydrocortisone, hydromorphone, hydroxychloroquine,
hydroxyurea, hydroxyzine, hyoscyamine, ibandronate, ibrutinib, ibuprofen, iloperidone, imatinib, imipenem, imipramine,
imiquimod, indapamide, indomethacin, infliximab, insulin, insulin aspart, insulin glargine, insulin lispro, insulin detemir,
insulin degludec, ipratropium, irbesartan, irinotecan, isocarboxazid, isoniazid, isosorbide dinitrate, isosorbide mononitrate,
isosorbide, isotretinoin, isradipine, itraconazole, ivabradine, ivermectin, ixekizumab, ketamine, ketoconazole, ketoprofen,
ketorolac, ketotifen, labetalol, lacosamide, lactulose, lamivudine, lamotrigine, lansoprazole, lapatinib, latanoprost,
leflunomide, lenalidomide, letrozole, leucovorin, leuprolide, levalbuterol, levetiracetam, levocetirizine, levodopa,
levofloxacin, levomilnacipran, levonorgestrel, levothyroxine, lidocaine, linaclotide, linagliptin, linezolid, liothyronine,
liraglutide, lisdexamfetamine, lisinopril, lisinopril-hydrochlorothiazide, lithium, lixisenatide, loperamide, lopinavir,
loratadine, lorazepam, losartan, losartan-hydrochlorothiazide, lovastatin, loxapine, lurasidone, macitentan, maraviroc,
mebendazole, meclizine, medroxyprogesterone, mefenamic acid, mefloquine, megestrol, melatonin, meloxicam, memantine,
meperidine, mepolizumab, meprobamate, mercaptopurine, meropenem, mesalamine, metaxalone, metformin, methadone,
methazolamide, methenamine, methimazole, methocarbamol, methotrexate, methyldopa, methylergonovine, methylphenidate,
methylprednisolone, methyltestosterone, metoclopramide, metolazone, metoprolol, metoprolol succinate, metoprolol tartrate,
metronidazole, micafungin, miconazole, midazolam, midodrine, mifepristone, miglitol, milnacipran, minocycline, minoxidil,
mirabegron, mirtazapine, misoprostol, modafinil, moexipril, mometasone, montelukast, morphine, moxifloxacin, mupirocin,
mycophenolate, nabumetone, nadolol, naloxone, naltrexone, naproxen, naratriptan, natalizumab, nateglinide, nebivolol,
nefazodone, neomycin, neostigmine, nevirapine, niacin, nicardipine, nifedipine, nilotinib, nimodipine, nirmatrelvir,
nisoldipine, nitazoxanide, nitrofurantoin, nitroglycerin, nivolumab, nizatidine, norepinephrine, norethindrone, norgestimate,
nortriptyline, nystatin, ocrelizumab, octreotide, ofloxacin, olanzapine, olmesartan, olopatadine, olsalazine, omalizumab,
omeprazole, ondansetron, oritavancin, orlistat, orphenadrine, oseltamivir, oxacillin, oxaprozin, oxazepam, oxcarbazepine,
oxybutynin, oxycodone, oxymetazoline, oxymorphone, oxytocin, paclitaxel, paliperidone, pamidronate, pancrelipase,
pantoprazole, paracetamol, paroxetine, pegfilgrastim, pembrolizumab, penicillamine, penicillin, penicillin v, pentazocine,
pentoxifylline, perampanel, perindopril, permethrin, perphenazine, phenazopyridine, phenelzine, phenobarbital, phentermine,
phenylephrine, phenytoin, pilocarpine, pimecrolimus, pimozide, pindolol, pioglitazone, piperacillin, pirfenidone, piroxicam,
pitavastatin, polyethylene glycol, posaconazole, potassium chloride, pramipexole, pramlintide, prasugrel, pravastatin,
praziquantel, prazosin, prednisolone, prednisone, pregabalin, primaquine, primidone, probenecid, procainamide,
prochlorperazine, progesterone, promethazine, propafenone, propantheline, propofol, propranolol, propylthiouracil,
protriptyline, pseudoephedrine, psyllium, pyrazinamide, pyridostigmine, quetiapine, quinapril, quinidine, rabeprazole,
raloxifene, raltegravir, ramelteon, ramipril, ranitidine, ranolazine, rasagiline, remdesivir, repaglinide, reslizumab,
ribavirin, rifampin, rifabutin, rifaximin, rilpivirine, riluzole, rimegepant, riociguat, risankizumab, risedronate,
risperidone, ritonavir, rituximab, rivaroxaban, rivastigmine, rizatriptan, roflumilast, ropinirole, rosiglitazone,
rosuvastatin, rotigotine, rufinamide, sacubitril, sacubitril-valsartan, salmeterol, salbutamol, sarilumab, saxagliptin,
scopolamine, secnidazole, secukinumab, selegiline, semaglutide, senna, sertraline, sevelamer, sildenafil, silodosin,
simethicone, simvastatin, sirolimus, sitagliptin, sitagliptin-metformin, sofosbuvir, solifenacin, sorafenib, sotalol,
spironolactone, streptomycin, sucralfate, sulfadiazine, sulfamethoxazole, sulfasalazine, sulindac, sumatriptan, sunitinib,
suvorexant, tacrolimus, tadalafil, tamoxifen, tamsulosin, tapentadol, telmisartan, temazepam, tenofovir, terazosin,
terbinafine, terbutaline, teriflunomide, teriparatide, testosterone, tetracycline, theophylline, thiamine, thioridazine,
tiagabine, ticagrelor, ticlopidine, tigecycline, timolol, tinidazole, tiotropium, tirzepatide, tizanidine, tobramycin,
tocilizumab, tofacitinib, tolterodine, tolvaptan, topiramate, torsemide, tramadol, trandolapril, tranexamic acid,
tranylcypromine, trastuzumab, travoprost, trazodone, treprostinil, tretinoin, triamcinolone, triamterene, triazolam,
trifluoperazine, trihexyphenidyl, trimethoprim, trimethoprim-sulfamethoxazole, trospium, ubrogepant, ulipristal,
umeclidinium, upadacitinib, ursodiol, ustekinumab, valacyclovir, valganciclovir, valproate, valproic acid, valsartan,
vancomycin, vardenafil, varenicline, vedolizumab, venlafaxine, verapamil, vericiguat, vigabatrin, vilanterol, vilazodone,
vincristine, vonoprazan, voriconazole, vortioxetine, warfarin, zafirlukast, zaleplon, zidovudine, zileuton, ziprasidone,
zoledronic acid, zolmitriptan, zolpidem, zonisamide, red yeast rice, st john's wort, amoxicillin-clavulanate,
petroleum jelly, iron, magnesium, potassium, calcium, zinc, glucosamine, echinacea, ginkgo, ginseng, turmeric
`;

/** Generic name: brand names and other names of it. */
const OTHER_NAMES = `
acetaminophen: tylenol, paracetamol, panadol, apap
albuterol: ventolin, proair, proventil, salbutamol
alendronate: fosamax
allopurinol: zyloprim
alprazolam: xanax
amiodarone: pacerone
amitriptyline: elavil
amlodipine: norvasc
amoxicillin: amoxil
amoxicillin-clavulanate: augmentin, amoxicillin clavulanate, co-amoxiclav, amox-clav
amphetamine: adderall
apixaban: eliquis
aripiprazole: abilify
aspirin: asa, acetylsalicylic acid, ecotrin, bayer
atenolol: tenormin
atomoxetine: strattera
atorvastatin: lipitor
azithromycin: zithromax, z-pak, zpak, z pack
benzonatate: tessalon
budesonide: pulmicort
budesonide-formoterol: symbicort, budesonide formoterol
bupropion: wellbutrin
buspirone: buspar
calcium carbonate: tums, caltrate
canagliflozin: invokana
carbamazepine: tegretol
carbidopa-levodopa: sinemet, carbidopa levodopa
carvedilol: coreg
celecoxib: celebrex
cephalexin: keflex, cefalexin
cetirizine: zyrtec
cholecalciferol: vitamin d, vitamin d3
ciprofloxacin: cipro
citalopram: celexa
clonazepam: klonopin
clonidine: catapres
clopidogrel: plavix
clotrimazole: lotrimin
cyanocobalamin: vitamin b12, b12
cyclobenzaprine: flexeril
dabigatran: pradaxa
dapagliflozin: farxiga
dextromethorphan: robitussin dm, delsym
diazepam: valium
diclofenac: voltaren
digoxin: lanoxin
diltiazem: cardizem
diphenhydramine: benadryl
divalproex: depakote
docusate: colace
donepezil: aricept
dulaglutide: trulicity
duloxetine: cymbalta
empagliflozin: jardiance
enoxaparin: lovenox
epinephrine: epipen, epi-pen, epinephrine auto-injector, adrenaline
escitalopram: lexapro
esomeprazole: nexium
eszopiclone: lunesta
ezetimibe: zetia
famotidine: pepcid
ferrous sulfate: iron sulfate, feosol
fexofenadine: allegra
finasteride: proscar, propecia
fluconazole: diflucan
fluoxetine: prozac
fluticasone: flonase, flovent
fluticasone-salmeterol: advair, fluticasone salmeterol
folic acid: folate
furosemide: lasix
gabapentin: neurontin
glimepiride: amaryl
glipizide: glucotrol
guaifenesin: mucinex
hydrochlorothiazide: hctz, microzide
hydrocodone: vicodin, norco
hydroxychloroquine: plaquenil
hydroxyzine: atarax, vistaril
ibuprofen: advil, motrin
insulin glargine: lantus, basaglar, toujeo
insulin lispro: humalog
insulin aspart: novolog
lamotrigine: lamictal
lansoprazole: prevacid
latanoprost: xalatan
levetiracetam: keppra
levocetirizine: xyzal
levofloxacin: levaquin
levothyroxine: synthroid, levoxyl, euthyrox
linagliptin: tradjenta
liraglutide: victoza, saxenda
lisdexamfetamine: vyvanse
lisinopril: zestril, prinivil
loperamide: imodium
loratadine: claritin
lorazepam: ativan
losartan: cozaar
meclizine: antivert
medroxyprogesterone: depo-provera, provera
meloxicam: mobic
memantine: namenda
metformin: glucophage
methimazole: tapazole
methocarbamol: robaxin
methylphenidate: ritalin, concerta
methylprednisolone: medrol
metoclopramide: reglan
metoprolol: toprol, lopressor, toprol xl
metronidazole: flagyl
mirtazapine: remeron
montelukast: singulair
mupirocin: bactroban
naproxen: aleve, naprosyn, anaprox
nitrofurantoin: macrobid, macrodantin
nitroglycerin: nitrostat
olanzapine: zyprexa
olmesartan: benicar
omeprazole: prilosec
ondansetron: zofran
oseltamivir: tamiflu
oxybutynin: ditropan
oxycodone: oxycontin, percocet, roxicodone
pantoprazole: protonix
paroxetine: paxil
petroleum jelly: vaseline, petrolatum
phenytoin: dilantin
pioglitazone: actos
polyethylene glycol: miralax
potassium chloride: klor-con, k-dur
pravastatin: pravachol
prednisone: deltasone
pregabalin: lyrica
propranolol: inderal
psyllium: metamucil
quetiapine: seroquel
rivaroxaban: xarelto
rizatriptan: maxalt
ropinirole: requip
rosuvastatin: crestor
sacubitril-valsartan: entresto, sacubitril valsartan
semaglutide: ozempic, wegovy, rybelsus
senna: senokot
sertraline: zoloft
sildenafil: viagra
simvastatin: zocor
sitagliptin: januvia
spironolactone: aldactone
st john's wort: st. john's wort, saint john's wort
sumatriptan: imitrex
tadalafil: cialis
tamsulosin: flomax
tiotropium: spiriva
tirzepatide: mounjaro, zepbound
tizanidine: zanaflex
topiramate: topamax
tramadol: ultram
trazodone: desyrel
trimethoprim-sulfamethoxazole: bactrim, septra, tmp-smx, trimethoprim sulfamethoxazole, co-trimoxazole
valacyclovir: valtrex
valsartan: diovan
venlafaxine: effexor
verapamil: calan
warfarin: coumadin
zolpidem: ambien
ascorbic acid: vitamin c
`;

/** Words that are also nutrients or tests: only a drug when a dose follows. */
const ONLY_WITH_DOSE = new Set(
  'iron, magnesium, potassium, calcium, zinc, sodium, folate, vitamin d, vitamin c, vitamin b12, b12, insulin, progesterone, testosterone, lithium, niacin, digoxin, epinephrine, estradiol, glucagon, lidocaine, nicotine'.split(
    ', ',
  ),
);

/** Drug classes. A class in a note is a summary, not an invented drug. */
export const DRUG_CLASSES: readonly string[] =
  'nsaid, nsaids, statin, statins, beta blocker, beta blockers, ace inhibitor, ace inhibitors, arb, arbs, ssri, ssris, snri, snris, ppi, ppis, diuretic, diuretics, thiazide, antibiotic, antibiotics, antihistamine, antihistamines, steroid, steroids, corticosteroid, corticosteroids, opioid, opioids, antidepressant, antidepressants, anticoagulant, anticoagulants, blood thinner, blood thinners, contraceptive, contraceptives, antacid, antacids, benzodiazepine, benzodiazepines, triptan, triptans, sulfonylurea, sulfonylureas, insulin, bronchodilator, bronchodilators, inhaler, inhalers, antiviral, antivirals, antifungal, antifungals, laxative, laxatives, vitamin, vitamins, supplement, supplements'.split(
    ', ',
  );

/** Endings of international non-proprietary names; a word with one is taken for a drug when a dose follows. */
export const DRUG_ENDINGS =
  /(?:pril|olol|statin|mycin|cillin|sartan|prazole|dipine|azepam|azolam|oxacin|cycline|gliptin|gliflozin|glutide|setron|triptan|conazole|vir|mab|nib|xaban|parin|thiazide|semide|lukast|tidine|oxetine|pram|zosin|dronate|profen|coxib|caine|barbital|codone|morphone|phylline|terol|sone|solone|onide|fibrate|formin|glitazone|zodone|triptyline|peridone|apine|gabalin|racetam)$/u;

function listed(text: string): string[] {
  return text
    .trim()
    .split(/[,\n]+/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

export const GENERIC_NAMES: readonly string[] = [...new Set(listed(GENERICS))];

/** Any name -> the generic name that stands for it. */
export const GENERIC_BY_NAME: ReadonlyMap<string, string> = new Map([
  ...GENERIC_NAMES.map((name): [string, string] => [name, name]),
  ...OTHER_NAMES.trim()
    .split('\n')
    .flatMap((line): [string, string][] => {
      const [generic = '', others = ''] = line.split(':');
      return listed(others).map((name) => [name, generic.trim()]);
    }),
]);

export function needsDose(name: string): boolean {
  return ONLY_WITH_DOSE.has(name);
}
