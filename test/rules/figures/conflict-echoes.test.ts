import { conflict } from '../../../server/src/rules/figures/conflict.ts';
import { testRule } from '../rule-tester.ts';

// A draft comes back to a figure in other words and with another value.
testRule(conflict, {
  invalid: [
    { name: 'people who were moved, and the evacuees', text: 'A gas leak in Tarn Street drove ⟦340 people⟧ from their beds on Monday, the council said.\n\nNobody was hurt.\n\nMost of the ⟦430 evacuees⟧ spent the night in a gym.', messages: [/speaks of something given before.*two digits are swapped/],
      fixes: [
        { title: 'Use “430” here', output: 'A gas leak in Tarn Street drove 430 people from their beds on Monday, the council said.\n\nNobody was hurt.\n\nMost of the 430 evacuees spent the night in a gym.' },
        { title: 'Use “340” at the other place', output: 'A gas leak in Tarn Street drove 340 people from their beds on Monday, the council said.\n\nNobody was hurt.\n\nMost of the 340 evacuees spent the night in a gym.' },
        { title: /^Name both/ }, { title: 'Mark as different quantities' },
      ] },
    { name: 'runners and starters', text: 'A record ⟦4,870 runners⟧ set out from the quay on Sunday.\n\nThe race was won by a postman.\n\nBy the time the last of the ⟦4,780 starters⟧ came home the sweepers were out.' },
    { name: 'homes and dwellings', text: 'The firm will build ⟦640 homes⟧ on the airfield, it said.\n\nThe first of the ⟦460 dwellings⟧ should be ready next year.' },
    { name: 'a thing by its length', text: 'The bridge, ⟦620 metres⟧ long, opened to traffic on Monday.\n\nThe ⟦260-metre⟧ crossing took six years to build.' },
    { name: 'a site and the plot', text: 'Swale has bought a site of ⟦42 acres⟧ beside the canal.\n\nThe ⟦24-acre⟧ plot has lain empty since a dye works closed.' },
    { name: 'a gift and the donation', text: 'The theatre has been saved by a gift of ⟦$1.2 million⟧ from an usher.\n\nIts staff had raised $85,000 before the ⟦$2.1 million⟧ donation arrived.' },
    { name: 'all of those aboard', text: 'A ferry with ⟦214 people⟧ on board ran aground off Skerra on Friday.\n\nAll ⟦241⟧ of those aboard were brought ashore.' },
    { name: 'a nought too many', text: 'The pilots saw the drone at a height of ⟦1,500 feet⟧, north of the runway.\n\nTheir union said that they had reported the drone at ⟦15,000 feet⟧.' },
    { name: 'the old value for the new', text: 'The bank left its main rate at ⟦5.25 percent⟧ in April, having lowered it from 5.75 percent in January.\n\nWith the key rate at ⟦5.75 percent⟧, borrowers should wait, said Anton Reiss.' },
    { name: 'the toll of one sinking', text: 'The toll from the sinking of the ferry rose to ⟦87⟧ on Wednesday, the agency said.\n\nProsecutors have opened an inquiry into the sinking, which killed ⟦78 people⟧.' },
    { name: 'the company’s offer, and the pay offer', text: 'Drivers rejected a pay offer of ⟦3.5 percent⟧, their union said.\n\nThe company’s offer of ⟦4.5 percent⟧ was an insult, it said.' },
    { name: 'a walkout and the stoppage', text: '# Drivers to walk out for ⟦two days⟧\n\nDrivers will strike in May.\n\nThe ⟦three-day⟧ stoppage will halt all services.' },
    { name: 'three and four', text: '⟦Three libraries⟧ will close in April, councillors decided.\n\nThe ⟦four libraries⟧ to close are in the north of the city.' },
  ],
  valid: [
    'A gas leak drove 340 people from their beds on Monday.\n\nAnother 430 were told to stay indoors.',
    'A gas leak drove 340 people from their beds on Monday.\n\nMost of the 340 evacuees spent the night in a gym.',
    { name: 'two schools', text: 'Park Road covers six acres.\n\nHill Lane is to close. Its site of four acres will be sold.' },
    { name: 'two players', text: 'Ora Lind had 17 points and 14 rebounds.\n\nJan Moe led the other side with 22 points and 13 rebounds.' },
    { name: 'rounded', text: 'The firm overcharged by some $200 million, a report said.\n\nThe $204 million will be paid back.' },
    { name: 'two lengths', text: 'The tunnel is 62 metres long.\n\nThe tunnel is 26 metres below the street.' },
    { name: 'two fortunes', text: 'Her $4.5 billion fortune is gone, the magazine said.\n\nAs for Mr Berg, it put his fortune at $45 billion.' },
    { name: 'what was said first', text: 'Five swimmers drowned, the coastguard said.\n\nThe coastguard had previously confirmed that the four swimmers died.' },
    { name: 'two of three members', text: 'Two men who had dropped corn into a jar spoke of immigration.\n\nTwo of the three members of the panel came from Ostra.' },
    { name: 'a mortgage', text: 'A bidder paid $4.6 million to win the auction for the crypt.\n\nThe widow put the crypt up for auction to pay off the $1.6 million mortgage on her house.' },
    { name: 'what two parties have rated', text: 'The site rated 32% of northern claims as false, against 11% of southern claims.\n\nIt rated 22% of southern claims as true.' },
    { name: 'a party of its own', text: 'Bomb kills 21\n\nThe bomb went off in a school. The newspaper puts the number of dead at 22.' },
    { name: 'what is normal', text: 'We found 212 ribs, the vet says of the snake that was shot.\n\nA snake of its kind has the normal 180 ribs.' },
    { name: 'years of work and of marriage', text: 'Her atlas came out in 1974 after 16 years’ work.\n\nShe is survived by her husband of 61 years, Arvid.' },
  ],
});

// The age of one person, and the time of one runner.
testRule(conflict, {
  invalid: [
    { name: 'an age at the front', text: 'Olga Brandt, ⟦61⟧, keeps a seal in her bath.\n\nAt ⟦63⟧, Brandt says, she has no plans to stop.', messages: [/both give the age of Olga Brandt/] },
    { name: 'who turned', text: 'Walter Frey, ⟦83⟧, made his money in dog food, he said.\n\nMr Frey, who turned ⟦85⟧ in May, asked for two seats.' },
    { name: 'one who is not named', text: 'A man of ⟦42⟧ has been charged with theft.\n\nThe ⟦24-year-old⟧ was not hurt.' },
    { name: 'a time in the table of results', text: 'Ada Okafor won the race in ⟦1:12:31⟧.\n\n| Place | Runner | Time |\n| --: | --- | --: |\n| 1 | A Okafor | ⟦1:12:13⟧ |\n| 2 | T Marsh | 1:13:19 |', messages: [/both give the time of Okafor/] },
  ],
  valid: [
    'Olga Brandt, 61, keeps a seal in her bath.\n\nAt 19, Brandt went to sea.',
    'Walter Frey, 83, made his money in dog food, he said.\n\nMr Frey, who was 79 when his wife died, asked for two seats.',
    { name: 'two who are not named', text: 'A man of 42 has been charged with theft. A woman of 24 was hurt.\n\nThe 24-year-old is in hospital.' },
    { name: 'a boy and his father', text: 'Boy, 9, saved from river\n\nTom Moe, 41, said that he owed his son’s life to a dog.' },
    { name: 'an older time', text: 'Ada Okafor won the race in 1:12:31. Her best is 1:12:13, Okafor said.' },
    { name: 'two runners', text: 'Ada Okafor won the race in 1:12:31, she said.\n\nTilly Marsh was second in 1:12:37, she said.' },
    { name: 'the time of day', text: 'Ada Okafor said the race would start at 10:30:00 and end at 12:30:00.' },
  ],
});

// Two halves of a sentence give one number in different words.
testRule(conflict, {
  invalid: [
    { name: 'who came', text: 'Police put the crowd outside the hall at ⟦1,200⟧; the Greens said ⟦3,000⟧ had come.', messages: ['Sources differ: here “Police” gives “1,200”, elsewhere “the Greens” gives “3,000”.'], severities: ['information', 'information'] },
    { name: 'what will run', text: 'During the stoppage Norail expects to run ⟦60 per cent⟧ of its trains; the union puts the figure at ⟦35 per cent⟧.' },
    { name: 'a count with its noun, and a number of the same', text: 'Ms Orme said ⟦900 people⟧ had marched on the town hall on Saturday; police put the number of marchers at ⟦400⟧.' },
    { name: 'put by the one and by the other', text: 'The crowd, put at ⟦3,200⟧ by the club and at ⟦2,400⟧ by the police, roared.' },
  ],
  valid: [
    { name: 'two costs', text: 'The mayor said the pool would cost £4m. The opposition said the library would cost £9m.' },
    { name: 'two costs in one sentence', text: 'The mayor said the pool would cost £4m; the opposition said the library would cost £9m.' },
    { name: 'members and buses', text: 'The union said 400 members had voted to strike; the company said 90 buses would run.' },
    { name: 'growth and inflation', text: 'The bank expects growth of 2 per cent; the ministry expects inflation of 4 per cent.' },
    { name: 'those who say', text: 'In the poll 75 percent of farmers said yes, but 55 percent of all voters said that she does not.' },
    { name: 'the hurt and the dead', text: 'Police said 40 people were hurt; doctors said 12 people had died.' },
  ],
});

// Tables and lists: the row tells of whom, and where no word tells the column the digits do.
testRule(conflict, {
  invalid: [
    { name: 'a row, and two columns of years', text: 'Robberies in the county fell to ⟦214⟧ last year, the police said.\n\n| Offence | 2024 | 2025 |\n| --- | --: | --: |\n| Burglary | 1,290 | 1,105 |\n| Robbery | 260 | ⟦241⟧ |' },
    { name: 'a rate in the text and an amount in the table', text: 'A flat with two bedrooms costs ⟦£1,240 a month⟧ in Ashby.\n\n| Town | One bedroom | Two bedrooms |\n| --- | --: | --: |\n| Ashby | £890 | ⟦£1,420⟧ |\n| Borley | £810 | £1,150 |' },
    { name: 'seats won on a day', text: 'The Harbour party took ⟦17 seats⟧ on Thursday, the clerk said.\n\n| Party | Seats | Change |\n| --- | --: | --: |\n| Harbour | ⟦19⟧ | +4 |\n| Fields | 12 | -2 |' },
    { name: 'a percentage with another noun', text: 'Only ⟦64 per cent⟧ of passengers on Northern Coast were content, the watchdog found.\n\n| Operator | Satisfied |\n| --- | --: |\n| Northern Coast | ⟦46%⟧ |\n| Vale Trains | 81% |' },
    { name: 'an item with a label', text: 'The council will plant ⟦2,400 trees⟧ this winter, Ann Berg said.\n\nThe plan in short:\n\n- Trees to be planted: ⟦4,200⟧\n- Cost: £180,000' },
  ],
  valid: [
    'Robberies in the county fell to 241 last year, the police said.\n\n| Offence | 2024 | 2025 |\n| --- | --: | --: |\n| Burglary | 1,290 | 1,105 |\n| Robbery | 260 | 241 |',
    { name: 'another number of the row’s town', text: 'Ashby has 1,420 flats, and 14 estate agents.\n\n| Town | One bedroom | Two bedrooms |\n| --- | --: | --: |\n| Ashby | £890 | £1,240 |\n| Borley | £810 | £1,150 |' },
    { name: 'the share of those who were late', text: 'On Northern Coast 31 per cent of trains were late.\n\n| Operator | Satisfied |\n| --- | --: |\n| Northern Coast | 46% |\n| Vale Trains | 81% |' },
  ],
});

// A vote, told twice.
testRule(conflict, {
  invalid: [
    { name: 'in words and as a score', text: 'Councillors passed the budget on Tuesday by ⟦31 votes⟧ to 24.\n\nThe budget passed ⟦32-24⟧ after a debate of five hours.', fixes: [{ title: /^Name both/ }, { title: 'Mark as different quantities' }] },
    { name: 'by so many to so many', text: 'The plan was approved by ⟦9 to 4⟧.\n\nThe debate ended in a ⟦9-3⟧ vote.' },
    'The committee was split ⟦6-5⟧ over the hotel.\n\nThe chairman, whose casting vote made it ⟦7-5⟧, said so.',
  ],
  valid: [
    { name: 'two houses', text: 'The Senate approved the bill 52-47.\n\nIt passed the House 54-47.' },
    { name: 'two votes', text: 'Councillors passed the budget by 31 votes to 24.\n\nAn earlier vote on the parks ended 32-24.' },
    'Councillors passed the budget by 31 votes to 24.\n\nThe budget passed 31-24 after a debate of five hours.',
    { name: 'two results far apart', text: 'The plan was approved by 9 to 4.\n\nThe 12-1 vote on the bridge took a minute.' },
  ],
});
