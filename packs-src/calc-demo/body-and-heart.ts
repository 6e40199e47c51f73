import { type Calculation, FROM, dated, inUnit, means, num } from './stated.ts';

export const BODY_AND_HEART: readonly Calculation[] = [
  {
    calculator: 'bmi',
    question: 'What is the patient’s current body mass index in kg/m²?',
    notes: [
      {
        text: 'A 46-year-old woman comes for her yearly check. At last year’s visit she weighed 76 kg. On the scale today she weighs 82 kg; height 165 cm. Waist 94 cm, blood pressure 132/84 mmHg. She sleeps well and takes no medicines.',
        inputs: { weight: num('she weighs 82 kg'), height: num('height 165 cm') },
      },
      {
        text: 'A 31-year-old warehouse worker is seen before knee surgery. Weight 198 lb on the clinic scale, height 180 cm. His goal is 175 lb by summer. Pulse 68/min, blood pressure 126/78 mmHg.',
        inputs: { weight: inUnit('Weight 198 lb', FROM.pounds), height: num('height 180 cm') },
      },
      {
        text: 'A 58-year-old bus driver is referred for snoring. He is exactly six feet tall and weighs 101 kg without shoes. Neck circumference 44 cm. He reports that he weighed 92 kg at the age of 40.',
        inputs: { weight: num('weighs 101 kg'), height: means('exactly six feet tall', 182.88) },
      },
    ],
  },
  {
    calculator: 'mean-arterial-pressure',
    question: 'What is the patient’s current mean arterial pressure in mmHg, by the usual cuff formula?',
    notes: [
      {
        text: 'A 67-year-old man with pneumonia is seen in the emergency department. On arrival his blood pressure was 118/70 mmHg. After one litre of crystalloid it is now 88/52 mmHg, heart rate 112/min, temperature 38.9 °C, lactate 3.1 mmol/L.',
        inputs: { systolic: num('now 88/52 mmHg'), diastolic: num('now 88/52 mmHg', 2) },
      },
      {
        text: 'A 29-year-old woman, two hours after an elective caesarean section. The recovery room monitor is set to kilopascals and shows a pressure of 14.0/8.0 kPa. Pulse 92/min, uterus firm, estimated blood loss 600 mL.',
        inputs: {
          systolic: inUnit('14.0/8.0 kPa', FROM.kilopascals),
          diastolic: inUnit('14.0/8.0 kPa', FROM.kilopascals, 2),
        },
      },
      {
        text: 'Telephone note. The community nurse reports on an 84-year-old resident who felt faint on standing. Lying down the pressure is one hundred and forty-four over eighty-one mmHg, pulse 74/min. She has not yet measured it standing.',
        inputs: {
          systolic: means('one hundred and forty-four over', 144),
          diastolic: means('over eighty-one mmHg', 81),
        },
      },
    ],
  },
  {
    calculator: 'qtc-fridericia',
    question: 'What is the QT interval corrected by Fridericia’s formula, in ms?',
    notes: [
      {
        text: 'A 35-year-old woman starts citalopram 20 mg. ECG before treatment: sinus rhythm at 84/min, PR interval 158 ms, QRS 88 ms, QT 372 ms. Potassium 4.2 mmol/L.',
        inputs: { heartRate: num('sinus rhythm at 84/min'), qt: num('QT 372 ms') },
      },
      {
        text: 'A 61-year-old man on methadone is followed in the addiction clinic. ECG: regular sinus rhythm, RR interval 1,250 ms, QT interval 0.46 s, QRS 96 ms. He takes no other medicine that prolongs the QT interval.',
        inputs: {
          heartRate: inUnit('RR interval 1,250 ms', FROM.rrMilliseconds),
          qt: inUnit('QT interval 0.46 s', FROM.seconds),
        },
      },
      {
        text: 'A 19-year-old athlete is seen after a faint in the heat. The ECG shows sinus rhythm at fifty beats per minute with a QT of 436 ms and a narrow QRS of 92 ms. Her resting pulse at home is about 55/min.',
        inputs: { heartRate: means('fifty beats per minute', 50), qt: num('QT of 436 ms') },
      },
    ],
  },
  {
    calculator: 'due-date',
    question:
      'What is the due date, counted as 280 days from the first day of the last menstrual period? Answer as MM/DD/YYYY.',
    notes: [
      {
        text: 'A 27-year-old woman, first pregnancy, is seen on April 2, 2025. Her last menstrual period began on February 10, 2025 and lasted five days. Cycles are regular at 28 days. The home test was positive on March 14.',
        inputs: { lastPeriod: dated('began on February 10, 2025', '2025-02-10') },
      },
      {
        text: 'Booking visit, 07/22/2024. Age 33, second pregnancy; the first child was born on 11/03/2021 at term. First day of the last menstrual period: 05/28/2024. Regular 28-day cycle, no contraception since January.',
        inputs: { lastPeriod: dated('last menstrual period: 05/28/2024', '2024-05-28') },
      },
      {
        text: 'A 38-year-old woman is sure of her dates. She was seen on Friday, November 21, 2025, and says that her last period started exactly five weeks before that day, as regularly as always (28 days). She takes folic acid 0.4 mg.',
        inputs: {
          lastPeriod: {
            ...dated(
              'Friday, November 21, 2025, and says that her last period started exactly five weeks before',
              '2025-10-17',
            ),
            inWords: true,
          },
        },
      },
    ],
  },
  {
    calculator: 'gestational-age',
    question:
      "What is the gestational age on the day of the visit, counted from the first day of the last menstrual period? Answer in weeks and days, for example ('4 weeks', '3 days').",
    notes: [
      {
        text: 'Antenatal visit on June 18, 2025. A 30-year-old woman in her second pregnancy. Last menstrual period: first day January 27, 2025. Fundal height 21 cm, blood pressure 112/68 mmHg, fetal heart 148/min.',
        inputs: {
          lastPeriod: dated('first day January 27, 2025', '2025-01-27'),
          visit: dated('visit on June 18, 2025', '2025-06-18'),
        },
      },
      {
        text: 'Seen 03/05/2024 for nausea. First day of last period 01/09/2024, cycles of 28 days. A home test was positive on 02/08/2024. Weight 58 kg, urine without ketones.',
        inputs: {
          lastPeriod: dated('last period 01/09/2024', '2024-01-09'),
          visit: dated('Seen 03/05/2024', '2024-03-05'),
        },
      },
      {
        text: 'A 24-year-old woman comes on the first of October 2025 for her first visit. Her last period began on Bastille Day, July 14, 2025. She stopped smoking three weeks ago. Blood pressure 108/64 mmHg.',
        inputs: {
          lastPeriod: dated('July 14, 2025', '2025-07-14'),
          visit: { ...dated('the first of October 2025', '2025-10-01'), inWords: true },
        },
      },
    ],
  },
];
