"""Trades of invented mentors: the code in DB07, what people there call themselves, and what they talk about.

Written down without a look at the product's vocabulary, so that it is not asked only for what it knows.
"""

ROWS = """
01.4 | landmand kvægavler driftsleder fodermester | køer svin stald markarbejde traktor foder høst økologi malkning
02 | skovfoged skovarbejder skovløber | træer fældning motorsav plantning natur brænde hegn vildt
03 | fisker havbruger fiskeskipper | kutter net torsk havn bundgarn opdræt muslinger vagter
10.1 | slagter pølsemager udbener | kød udskæring pølser kvalitet hygiejne pakning spækbræt køl
10.7 | bager konditor bagersvend | brød kager surdej ovn chokolade marcipan deje rundstykker
16 | snedker møbelsnedker savskærer | træ møbler høvl samlinger borde døre lak maskinsnedkeri
18 | bogtrykker grafiker bogbinder | tryk plakater papir farver ombrydning bøger digitaltryk
20 | kemotekniker procesoperatør laborant | kemikalier blanding anlæg prøver maling sikkerhed renrum
25 | smed klejnsmed svejser industritekniker | stål svejsning rustfrit drejebænk fræsning værktøj plader gelændere
28 | maskinmester maskintekniker finmekaniker | maskiner hydraulik pumper motorer vedligehold robotter tegninger
32 | guldsmed tandtekniker optikinstrumentmager | sølv ringe proteser kroner finmekanik brillestel gips
35 | vindmølletekniker energikonsulent kraftværksassistent | vindmøller fjernvarme strøm net varmepumper turbiner målinger
38 | genbrugsvejleder renovatør miljøtekniker | affald sortering genbrug containere pap jern plast komprimator
41 | byggeleder murer konstruktør stilladsmontør | mursten byggeplads fundament mørtel facader tilbud stillads beton
42 | brolægger anlægsgartner struktør asfaltlægger | fliser kloak veje gravemaskine kantsten belægning jord rør
43.21 | elektriker elinstallatør alarmmontør | kabler tavler ledninger belysning stikkontakter ladestandere fejlsøgning
43.22 | blikkenslager kølemontør rørlægger | vandrør radiatorer badeværelser afløb fjernvarme pakninger tagrender
43.32 | tømrer gulvlægger tømrersvend | tage vinduer gulve spær isolering døre lægter træhuse
43.34 | maler malersvend glarmester tapetserer | maling spartel tapet facader farver ruder penselarbejde vægge
45.2 | automekaniker karrosserismed pladesmed | biler bremser motorer gearkasse rust dæk syn olieskift
46 | grossist eksportchef indkøber | varer import eksport aftaler lager leverandører toldpapirer
47.7 | butiksassistent butikschef ekspedient dekoratør | kasse tøj kunder sko varer vinduer udsalg prøverum
49.4 | lastbilchauffør vognmand flyttemand | lastbil ruter gods køretid levering motorvej anhænger
49.3 | buschauffør taxachauffør lokofører | bus passagerer køreplan billetter tog perron sporvogn
50 | styrmand skibskaptajn matros | skibe navigation dæk havne redningsbåd søkort maskinrum
51 | pilot kabineleder flymekaniker | fly cockpit lufthavn passagerer afgange motorer sikkerhed
52.1 | lagerarbejder truckfører lagerchef | truck paller pluk hylder varemodtagelse pakning lagerstyring
55 | receptionist hotelchef husdame | gæster værelser reception booking konferencer morgenmad overnatning
56.1 | kok tjener souschef køkkenchef | køkken mad menukort råvarer servering gryder gæster saucer
58 | redaktør forlægger bogredaktør | bøger manuskripter tekster korrektur forfattere udgivelser
59.1 | filmfotograf klipper tonemester | film kamera klipning lyd optagelser manuskript lysopstilling
61 | telemontør fibertekniker teletekniker | fiber antenner routere mobilnet kabler telefoner målinger
62.0 | programmør systemudvikler webudvikler datamatiker | kode databaser apps spil hjemmesider sikkerhed servere robotter
64.1 | bankrådgiver kreditrådgiver finansassistent | lån budget opsparing boligkøb renter konti pension
65 | forsikringsassurandør skadesbehandler aktuar | skader forsikringer policer erstatning risiko beregninger
68.3 | ejendomsmægler udlejer ejendomsadministrator | boliger salg fremvisning udlejning kontrakter huse lejere
69.1 | advokat jurist advokatfuldmægtig | love retssager kontrakter klienter domstol rådgivning skøder
69.2 | revisor bogholder regnskabschef | regnskab moms skat årsrapport bilag lønsedler tal
71.1 | arkitekt ingeniør landmåler | tegninger beregninger modeller huse broer opmåling statik
72 | forsker biokemiker biolog | forsøg laboratorium data celler mikroskop artikler planter
73.1 | reklamechef tekstforfatter mediekøber | kampagner reklamer slogans annoncer opslag målgrupper brand
75 | dyrlæge veterinærsygeplejerske dyreklinikassistent | hunde katte heste vaccination klinik operation kæledyr
80 | vagtmand sikkerhedsvagt dørmand | vagter alarmer patrulje konflikter adgangskort overvågning
81.2 | rengøringsassistent vinduespudser rengøringsleder | rengøring kontorer trapper gulvvask hygiejne støvsugning
84.2 | politibetjent brandmand officer | politi brand udrykning beredskab redning patrulje forsvar
85.3 | gymnasielærer faglærer erhvervsskolelærer | elever undervisning fag opgaver eksamen klasser dansk
86.1 | sygeplejerske læge jordemoder | patienter hospital medicin pleje fødsler operationer vagter
86.2 | tandlæge tandplejer klinikassistent | tænder huller bideskinner klinik tandrensning børn
87 | plejehjemsassistent omsorgsmedhjælper sosuassistent | ældre pleje demens måltider medicin plejehjem samtaler
88.9 | pædagog dagplejer pædagogmedhjælper | børn leg børnehave vuggestue ture forældre sprog
90 | skuespiller musiker scenograf | teater musik scene koncerter øvelser kor kostumer
93.1 | fitnessinstruktør fodboldtræner svømmelærer | træning fodbold styrke hold kondition kampe svømning
95.2 | skomager urmager cykelsmed | sko ure cykler reparation såler batterier lapning
96.0 | frisør kosmetolog barber negletekniker | hår klipning farvning skæg makeup negle salon
"""

TRADES = [
    (f"DB07:{code.strip()}", occupations.split(), subjects.split())
    for code, occupations, subjects in (row.split("|") for row in ROWS.strip().splitlines())
]
