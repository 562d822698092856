"""Who says it: each text in own words, with the source that the article gives for its last figure."""

import pytest

from sitrep.extract import extract
from sitrep.model import Article


def sources(text: str) -> list[str | None]:
    return [f.source for f in extract(Article(name="a", text=text)).figures]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        # A verb, with what may stand between it and its subject.
        ("Police in Garoua said on Tuesday that 14 people had been killed.", "Police in Garoua"),
        ("The ministry of health has so far confirmed that 14 people died.", "ministry of health"),
        ("The governor, Ana Sandoval, said 14 people were killed.", "Ana Sandoval"),
        ("Idris Bako, 51, a fisherman, said 14 people were killed.", "Idris Bako"),
        ("Colonel Idris Bako told reporters that 14 people were killed.", "Idris Bako"),
        ("The camp's flood committee said in a statement that 14 people were killed.", "camp's flood committee"),
        ("Radio Lumière (RL) report that 14 people were killed.", "Radio Lumière (RL)"),
        ("The mayor of neighbouring Arta, Ana Sandoval, reported 14 dead.", "Ana Sandoval"),
        ("His counterpart in Arta, Ana Sandoval, put the number of dead at 14.", "Ana Sandoval"),
        ("The parish priest of Arta, Fr. Idris Bako, said 14 people were killed.", "Idris Bako"),
        ("The PRO of the command, DSP Idris Bako, confirmed that 14 people were killed.", "Idris Bako"),
        ("A trader, who gave her name only as Ana, said 14 people were killed.", "Ana"),
        ("Fourteen people were killed, said one man, who gave only his first name, Idris.", "man"),
        ("A man in his forties, who gave only his first name, Idris, said 14 people were killed.", "Idris"),
        ("The relief agency, CORMA, in a bulletin issued on Monday put the number of dead at 14.", "CORMA"),
        ("The assessment, carried out by the Lifeline Council, found that 14 people were killed.", "Lifeline Council"),
        ("An internal UNHCR report seen by Reuters showed that 14 people were killed.", "UNHCR"),
        ("The National Relief Institute of Arta, INREL, counts 14 dead.", "National Relief Institute of Arta"),
        ("The fire brigade of Arta posted on Facebook that 14 people were killed.", "fire brigade of Arta"),
        ("Fourteen people were killed, civil defence said, as rain fell on.", "civil defence"),
        ("Fourteen people were killed, said a police officer at the control room in Arta.", "police officer"),
        ("The road is cut; 14 people were injured, the state broadcaster reported.", "state broadcaster"),
        ("The spokesman told reporters that, according to UNHCR, 14 people were killed.", "UNHCR"),
        ("Citing a partial list from the town hall, Idris Bako added that 14 people were killed.", "town hall"),
        ("21:40 - UN: 14 people killed in Arta", "UN"),
        ("The Department of Roads, in its bulletin, said 14 people were killed.", "Department of Roads"),
        ("Fourteen people died, according to Chief of the Police Office, DSP Idris Bako.", "Idris Bako"),
        ("Citing data of the past ten years, the mayor said that 14 people died.", "mayor"),
        ("The chairman of Lor Cai Province, Idris Bako, said 14 people were killed.", "Idris Bako"),
        ("Speaking to the station, the minister of the interior, Idris Bako, said 14 were killed.", "Idris Bako"),
        ("An initial assessment by the ARRC and the Relief Office in 30 villages found 14 dead.", "Relief Office"),
        ("The Relief Commission (ARC) in the county puts the number of dead at 14.", "Relief Commission (ARC)"),
        ("The Arta Front, in a message posted on its channel, claimed to have killed 14 people.", "Arta Front"),
        ("A prosecutor, Idris Bako, who came on Monday, gave a toll of 14 dead.", "Idris Bako"),
        ("Fourteen people drowned, according to the town's volunteer fire brigade.", "town's volunteer fire brigade"),
        ("The national disaster unit, NADU, puts the toll at 14 dead.", "NADU"),
        ("Floods killed 14 people in Arta, our colleagues tell us.", "our colleagues"),
        # Inverted, and around the number.
        ("Fourteen people were killed, said Maria Olmedo of the Norwegian Refugee Council.", "Maria Olmedo"),
        ("Fourteen people were killed, says the aid group Lifeline North.", "Lifeline North"),
        ("According to figures from the provincial government, 14 people were killed.", "provincial government"),
        ("Survivors who reached Tulmeda put the number of people killed at 14.", "Survivors"),
        ("UNICEF, quoting local authorities, said that 14 people were killed.", "local authorities"),
        ("Fourteen people were killed, reports Radio Kilimo, quoting aid workers.", "aid workers"),
        ("The number of people killed has been estimated at 14 by the health ministry.", "health ministry"),
        ("Citing the coast guard, Xinhua said that 14 people were killed.", "coast guard"),
        ("By Friday 14 deaths had been reported by the Ministry of Health.", "Ministry of Health"),
        ("Reporters were told by the mayor, Ana Sandoval, that 14 people were killed.", "Ana Sandoval"),
        ("The mayor said based on figures from the Relief Department 14 people were killed.", "Relief Department"),
        ("Save the Children in Bora said 14 people were killed.", "Save the Children"),
        ("The country's relief agency, CORMA, say that 14 people were killed.", "CORMA"),
        ("Fourteen people were killed, according to the state news agency, Tulmeda.", "Tulmeda"),
        ("Police in the capital, Bora, said 14 people were killed.", "Police in the capital"),
        ("Fourteen people were killed, said a member of the council.", "member of the council"),
        ("Our colleagues in the relief office of UNICEF tell us that 14 people were killed.", "UNICEF"),
        ("Fourteen people were killed, said its mayor, Ana Sandoval.", "Ana Sandoval"),
        (
            "Fourteen people were killed, the district health delegate, Dr Ana Sandoval, told the station.",
            "Ana Sandoval",
        ),
        ("Fourteen people were killed, Commission Chairman Ana Both said.", "Ana Both"),
        (
            "BORA: Lifeline Watch on Friday issued its weekly report, which says 14 people were killed.",
            "Lifeline Watch",
        ),
        ("Floods kill 14 people in Lagos - UN", "UN"),
        # In brackets, where a day or a word for it says that it is a source.
        ("Fourteen people were killed in Bora (Tulmeda Post, 18 August 2014).", "Tulmeda Post"),
        ("Fourteen people were killed in Bora (Hope House, interview, May 2014).", "Hope House"),
        ("Fourteen people were killed in Bora (Hope House, May 2014).", "Hope House"),
        ("Fourteen people were killed in Bora (CORMA interviews, May 2014).", "CORMA"),
        ("The observatory NSO has documented by name the killing of 14 people.", "NSO"),
        ("Fourteen people were killed in Bora (interviews with Hope House, May 2014).", "Hope House"),
        # Papers are their bodies.
        ("UNICEF's report of 3 May lists 14 children killed.", "UNICEF"),
        ("Data of the Interior Ministry show that 14 people were killed.", "Interior Ministry"),
        ("Floods kill 14 people in Lagos: UN", "UN"),
        ("According to a list drawn up by the town council, 14 people were killed.", "town council"),
        ("In a report by Lifeline Watch, 14 people were killed.", "Lifeline Watch"),
        ("By the ministry's own count, 14 people were killed.", "ministry"),
        ("The war, by the count of conflict tracker ACLED, has killed 14 people.", "ACLED"),
        ("Assessments by the Red Crescent have to date found that 14 people were killed.", "Red Crescent"),
        ("Fourteen people were killed after the dam broke, OCHA report.", "OCHA"),
        ("The Ministry in charge of Relief Works (MRW) reported 14 deaths.", "Ministry in charge of Relief Works"),
        ("Traders who spoke to the Herald put the number of the killed at 14.", "Traders"),
        # Without a verb of saying that says it.
        ("Lifeline Watch, a rights group, blamed the rebels and gave a toll of 14 people killed.", "Lifeline Watch"),
        ("Rebel spokesman Idris Bako dismissed that, saying that 14 people were killed.", "Idris Bako"),
        ("The army buried 14 people killed in the raid, and insisted that all was calm.", "army"),
        ("14 people killed in Lagos market fire: police", "police"),
        ("State official: blast in Lagos market kills 14", "State official"),
        ("Fourteen people were killed, per the health ministry.", "health ministry"),
        ("Fourteen people were killed, we learned on Friday from the local Red Cross.", "Red Cross"),
        # Who accuses, and whose verb is left out.
        ("The opposition accused soldiers of shooting dead 14 people in Arta.", "opposition"),
        ("Villagers blamed the rebels for the deaths of at least 14 people.", "Villagers"),
        ("Police say nine people died in Arta and residents 14.", "residents"),
        ("The police put the toll at nine dead, witnesses at 14.", "witnesses"),
        ("The toll, put at nine dead by police and at 14 by villagers, is not final.", "villagers"),
        ("Police put the toll at nine, while villagers spoke of 14 dead.", "villagers"),
        ("The government says nine people died, a toll that the opposition puts at 14.", "opposition"),
        (
            "State television reported nine dead, but a hospital official told Reuters that 14 died.",
            "hospital official",
        ),
        (
            "Radio Kilimo reported that 14 people died, citing the territorial administrator.",
            "territorial administrator",
        ),
        ("According to a statement by the governor's office, 14 people were killed.", "governor's office"),
        ("According to the mayor, assessments show that 14 people were killed.", "mayor"),
        ("A teacher and a village elder said 14 people were killed.", "teacher and a village elder"),
        ("A midwife at the mission hospital put the number of bodies that were brought there at 14.", "midwife"),
        ("Fourteen people were killed, the District Police Office, Arta said.", "District Police Office, Arta"),
        ("In a statement signed by her aide, Lucy Bako, the governor said 14 people were killed.", "governor"),
        ("A Reuters reporter saw 14 bodies in the morgue.", "Reuters reporter"),
        ("The protection cluster estimates that 14 people were killed.", "protection cluster"),
        ("Fourteen deaths have been registered so far by the authorities.", "authorities"),
        ("There were reports of 14 deaths in Arta.", "reports"),
        ("The governor dismissed reports that 14 people had died.", "reports"),
        ("Governor Ana Sandoval thanked them but said 14 people had been killed.", "Ana Sandoval"),
        ("The Interior Ministry's rescue unit, IRDE, said 14 people were killed.", "rescue unit, IRDE"),
        ("As per the daily flood report of the Arta Relief Authority, 14 people were killed.", "Arta Relief Authority"),
        ("One post, shared more than 9,000 times, said 14 people were killed.", "post"),
        ("The state relief commission, the SRC, said 14 people were killed.", "state relief commission, SRC"),
        ("A mission that came on 6 May by boat found that 14 people were killed.", "mission"),
        (
            "The spokesman of the taskforce, Operation Calm, Captain Idris Bako, said 14 people were killed.",
            "Idris Bako",
        ),
        ("One of them, a baker, said that 14 people were killed.", "baker"),
        ("Chief Relief Officer of Arta Idris Bako said 14 people were killed.", "Idris Bako"),
        (
            "Fourteen people were killed in raids on barracks in the east of Arta, a war monitor said on Friday, "
            "hours after a drone that came from the sea.",
            "war monitor",
        ),
        # Whoever is meant by a longer phrase.
        ("Deputy Head of the NDA Ana Sandoval said 14 people were killed.", "Ana Sandoval"),
        ("Dr Ana Sandoval at the hospital said 14 people were killed.", "Ana Sandoval"),
        ("An official who knows the area said 14 people were killed.", "official"),
        ("The Bora provincial landslide early-warning centre said 14 people were killed.", "Bora provincial landslide"),
        ("Fourteen people were killed, Ana Sandoval, the health chief in Bora, a poor province, said.", "Ana Sandoval"),
        ("Officials in the hill town of Bora said 14 people were killed.", "Officials in the hill town of Bora"),
        ('"We buried 14 people who died," recalls shepherd Idris Bako.', "Idris Bako"),
    ],
)
def test_one_sentence(text: str, source: str) -> None:
    assert source in (sources(text)[-1] or "")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ana Sandoval, the mayor, said the river had burst. She added that 14 people were killed.", "Ana Sandoval"),
        ("The Kenya Red Cross said all was lost. Idris Bako said he fled. It said 14 people died.", "Kenya Red Cross"),
        ("UNMISS, in a press release, condemned it. The mission has documented 14 deaths.", "UNMISS"),
        (
            "The Arta Relief Department was calm. The department's latest report counts 14 dead.",
            "Arta Relief Department",
        ),
        (
            "The Arta Relief Department said so. The department's latest report counts 14 dead.",
            "Arta Relief Department",
        ),
        ("According to the Relief Office, 40 people died. Of the fatalities, 14 were in Arta.", "Relief Office"),
        (
            "Dr Ana Bo, a nurse, was calm. Speaking to the station, the minister of health, Idris Bako, was angry. "
            "He claimed that 14 people were killed.",
            "Idris Bako",
        ),
        ("The director, Idris Bako, said all was calm. The governor said 14 people died.", "governor"),
        ("The county relief chairman, Idris Bako, said so. The chairman said 14 people died.", "Idris Bako"),
        (
            "Mayor Ana Sandoval said so. Unity Party MLA Idris Bako claimed otherwise. He said 14 people died.",
            "Idris Bako",
        ),
        (
            "The Relief Commission said so. UNMISS condemned it. The mission has documented 14 deaths.",
            "UNMISS",
        ),
        ("According to the Relief Office:\n- 12 people were killed\n- 14 people were injured", "Relief Office"),
        ("Key figures from the Ministry of Interior as of 12 May:\n- 14 people killed", "Ministry of Interior"),
        ("- The raid killed 40, the health ministry says\n- 14 others were injured", "health ministry"),
        ("The Relief Office published a bulletin on Monday. The bulletin said 14 people died.", "Relief Office"),
        ("UNHCR has fed the town, where 14 people were killed, according to the agency.", "UNHCR"),
        (
            "Gov. Ana Sandoval came. Mayor Idris Bako said all was calm. The governor confirmed 14 deaths.",
            "Ana Sandoval",
        ),
        (
            "Idris Bako is Secretary of the Arta Relief Office (ARO). According to ARO, 14 people died.",
            "Arta Relief Office",
        ),
        ("Sudan Relief Network said roads were cut. The group said 14 people were killed.", "Sudan Relief Network"),
        ("Commissioner Ana Sandoval said all was calm. The commissioner confirmed 14 deaths.", "Ana Sandoval"),
        ('"We saw the wave," said Idris Bako. "It killed 14 people in our street."', "Idris Bako"),
        ('"It "came". We "ran. The mayor, who was hurt, said: "We fled. We left 14 people dead."', "mayor"),
        ("Fourteen people were killed on the coast. (Source: UNHCR)", "UNHCR"),
        ("Fourteen people were killed on the coast. (UNHCR, 3 May 2014) All is calm.", "UNHCR"),
        ("Ana Sandoval, the mayor, said all was lost. According to her, 14 people were killed.", "Ana Sandoval"),
        ("BORA: UNICEF sent tents. It said 14 people were killed.", "UNICEF"),
        ("The relief agency, CORMA, sent tents. It says 14 people were killed.", "CORMA"),
        (
            "Mayor Ana Sandoval said all was lost. Idris Bako, a rebel spokesman, was calm. He said 14 people died.",
            "Idris Bako",
        ),
        ('Mayor Ana Sandoval wept. In Bora, Idris Bako, 67, digs. "I buried 14 who died," he says.', "Idris Bako"),
        ("'We ran,' said Idris Bako. 'It killed 14 people in our street.'", "Idris Bako"),
        (
            "Roads are cut, according to a statement of the town council. Police left. The statement said 14 died.",
            "town council",
        ),
        ("Idris Bako, the mayor, said all was lost. The official said 14 people were killed.", "Idris Bako"),
        ("Fourteen people died, the prime minister said. Prime Minister Ana Sandoval was in tears.", "Ana Sandoval"),
        ("The army counted 200 dead. They include 14 women who were killed.", "army"),
        ("The junta has set up a court. It said 14 people were killed.", "junta"),
        (
            "Bora Conflict Monitor, 3 May. Residents said it was loud. The Monitor has recorded 14 deaths.",
            "Bora Conflict Monitor",
        ),
        (
            "The relief agency's figures by district are:\nArta: 9 people killed\nBora: 14 people killed",
            "relief agency",
        ),
        ("Deputy commissioner Ana Sandoval came. The DC said 14 people were killed.", "Ana Sandoval"),
        ("District Collector Ana Sandoval came. DC Sandoval said 14 people were killed.", "Ana Sandoval"),
        (
            "It is run by the Sistema para la Prevención, Alivio y Socorro (SPAS). SPAS counts 14 dead.",
            "Sistema para la Prevención, Alivio y Socorro (SPAS)",
        ),
        (
            "The director, Ana Sandoval, said so. Mayor Idris Bako came. He said it was cold. He put the dead at 14.",
            "Idris Bako",
        ),
        ("Sister Ana Sandoval said all was lost. The nun said 14 people were killed.", "Ana Sandoval"),
        (
            "Arta Relief Agency head Idris Bako said all was lost. The agency's data showed 14 deaths.",
            "Arta Relief Agency",
        ),
        (
            "Losses by district (source: Arta Relief Office, 18 March)\n\nDistrict | Killed\nArta | 9\nBora | 14",
            "Arta Relief Office",
        ),
        ("The National Weather Office (NWO) warned of rain. NWO said that 14 people died.", "National Weather Office"),
    ],
)
def test_a_source_goes_on(text: str, source: str) -> None:
    assert source in (sources(text)[-1] or "")


@pytest.mark.parametrize(
    "text",
    [
        "Fourteen people were reported missing after the landslide.",
        "The storm claimed 14 lives on the island.",
        "Residents were told to leave before 14 houses were destroyed.",
        "Floods killed 14 people, and villagers said the rain had not stopped.",
        "Canada announced $14 million for the survivors.",
        "LIMA (Reuters) - Fourteen people were killed when a bus fell into a ravine.",
        "The number of confirmed dead rose to 14.",
        "Fourteen people were killed before President Ana Sandoval declared a state of emergency.",
        "Daily report: 14 people killed in air strikes on Monday",
        "Our network verified 14 deaths.",
        "The army posted 300 men on the border, and 14 people were killed.",
        "The mayor listed what was lost:\n- the school and the road\n\nFourteen people were killed.",
        "Children admitted with burns: 14 injured.",
        "Fourteen people were killed on Sunday and residents of Bora said the road was closed.",
        "The fight to reach the trapped residents went on, and 14 people were killed.",
        "Fourteen people were killed in Bora (Tulmeda, 2014).",
        "All is calm. (UNHCR, 3 May 2014) Fourteen people were killed on the coast.",
        "Fourteen people were killed. (The mayor said that he was sad.)",
        "Floods kill 14 people in Lagos - Daily Post",
        "Fourteen people were killed in Bora (Cyclone Tulmeda, May 2014).",
        '"All is lost," said Ana Sandoval, a farmer who buried 14 people who were killed in the slide.',
        "A trader, who lost 14 relatives who were killed in the slide, said soldiers at the post had fled.",
        "Our correspondent, who was in Arta on Thursday, reports that 14 people were killed.",
        "Police held a man accused of killing 14 people.",
        "The two states accuse each other, and 14 people were killed.",
        "It was gathered that 14 people were killed.",
        "The health ministry said roads were cut.\nWFP sent trucks. The agency is feeding 14 people who were wounded.",
        "The mayor listed what was lost:\n\nFourteen people were killed.",
        "Villagers were told by soldiers to leave before 14 people were killed.",
    ],
)
def test_nobody_says_it(text: str) -> None:
    assert sources(text)[-1] is None
