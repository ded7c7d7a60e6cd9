<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Activity</name>
    <message>
        <source>rest</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>anstrengend</translation>
    </message>
</context>
<context>
    <name>Additive</name>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>baking soda</source>
        <translation>Natron</translation>
    </message>
    <message>
        <source>glycopyrronium (prescribed)</source>
        <translation>Glycopyrronium (verordnet)</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderer</translation>
    </message>
</context>
<context>
    <name>Answer</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>unsicher</translation>
    </message>
</context>
<context>
    <name>Applicator</name>
    <message>
        <source>Hand trays</source>
        <translation>Handwannen</translation>
    </message>
    <message>
        <source>Foot trays</source>
        <translation>Fußwannen</translation>
    </message>
    <message>
        <source>Armpit pads</source>
        <translation>Achselschwämme</translation>
    </message>
    <message>
        <source>Face mask</source>
        <translation>Gesichtsmaske</translation>
    </message>
    <message>
        <source>Forehead electrode</source>
        <translation>Stirnelektrode</translation>
    </message>
    <message>
        <source>Neck cushion</source>
        <translation>Nackenkissen</translation>
    </message>
    <message>
        <source>Universal electrode</source>
        <translation>Universalelektrode</translation>
    </message>
    <message>
        <source>Pair of body electrodes</source>
        <translation>Körperelektrodenpaar</translation>
    </message>
</context>
<context>
    <name>Appointment</name>
    <message>
        <source>planned</source>
        <translation type="unfinished">geplant</translation>
    </message>
    <message>
        <source>due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished">erfolgt</translation>
    </message>
    <message>
        <source>not done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>extra</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BodyMap</name>
    <message>
        <source>R</source>
        <translation>R</translation>
    </message>
    <message>
        <source>L</source>
        <translation>L</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Hinten</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Palms</source>
        <translation>Hände</translation>
    </message>
    <message>
        <source>Backs of hands</source>
        <translation>Handrücken</translation>
    </message>
    <message>
        <source>Soles</source>
        <translation>Sohlen</translation>
    </message>
    <message>
        <source>Tops of feet</source>
        <translation>Fußrücken</translation>
    </message>
</context>
<context>
    <name>Caution</name>
    <message>
        <source>Heavy sweating with pain in the chest, jaw or arm, dizziness, cold skin or a racing pulse is an emergency: get medical help at once.</source>
        <translation>Starkes Schwitzen mit Schmerzen in Brust, Kiefer oder Arm, Schwindel, kalter Haut oder rasendem Puls ist ein Notfall: sofort ärztliche Hilfe holen.</translation>
    </message>
    <message>
        <source>The current reached {current_ma:g} mA on {day}; your own ceiling for {applicator} is {ceiling_ma:g} mA.</source>
        <translation>Die Stromstärke erreichte am {day} {current_ma:g} mA; die eigene Obergrenze für {applicator} ist {ceiling_ma:g} mA.</translation>
    </message>
    <message>
        <source>The current reached {current_ma:g} mA on {day}. You have set no ceiling for {applicator}; {ceiling_ma:g} mA is the highest current that one source names ({who}).</source>
        <translation>Die Stromstärke erreichte am {day} {current_ma:g} mA. Für {applicator} ist keine Obergrenze gesetzt; {ceiling_ma:g} mA ist die höchste Stromstärke, die eine Quelle nennt ({who}).</translation>
    </message>
    <message>
        <source>The session of {day} took {minutes:g} minutes. In a study that a maker (Hidrex) sums up, {least} minutes worked as well as 30, and fewer did not work.</source>
        <translation>Die Sitzung am {day} dauerte {minutes:g} Minuten. In einer Studie, die ein Hersteller (Hidrex) zusammenfasst, wirkten {least} Minuten so gut wie 30, kürzere Sitzungen nicht.</translation>
    </message>
    <message>
        <source>The same region was treated {count} times on {day}. Sources disagree: one maker (Dermadry) says never more than {most} a day; a text on a battery unit (Drionic) names up to two.</source>
        <translation>Dieselbe Region wurde am {day} {count}-mal behandelt. Die Quellen sind uneins: Ein Hersteller (Dermadry) nennt höchstens {most} am Tag; ein Text zu einem Batteriegerät (Drionic) nennt bis zu zwei.</translation>
    </message>
    <message>
        <source>The same region was treated {count} times in the {days} days up to {day}. Sources disagree: one maker (Dermadry) says never more than {most} a week; German authors begin with one session a day.</source>
        <translation>Dieselbe Region wurde in den {days} Tagen bis {day} {count}-mal behandelt. Die Quellen sind uneins: Ein Hersteller (Dermadry) nennt höchstens {most} pro Woche; deutsche Autoren beginnen mit einer Sitzung am Tag.</translation>
    </message>
    <message>
        <source>Aluminium chloride was in use on a treated region on days of sessions. Such days up to {day}: {count}; at most the latest {shown} are named. Sources disagree: one says that it hinders iontophoresis, another that the two can be combined.</source>
        <translation>Aluminiumchlorid wurde an Sitzungstagen auf einer behandelten Region verwendet. Solche Tage bis {day}: {count}; genannt werden höchstens die letzten {shown}. Die Quellen sind uneins: Eine sagt, es behindere die Iontophorese, eine andere, beides lasse sich kombinieren.</translation>
    </message>
    <message>
        <source>Noted for {day}: {reaction}. Stop treating this place, and ask your doctor or clinic before the next session.</source>
        <translation>Vermerkt für {day}: {reaction}. Diese Stelle nicht weiter behandeln und vor der nächsten Sitzung ärztlich nachfragen.</translation>
    </message>
    <message>
        <source>Still open since {day}: {reaction}, severity {severity} of 3. Please show it to your doctor or clinic, or note the day on which it was gone.</source>
        <translation>Noch offen seit {day}: {reaction}, Schweregrad {severity} von 3. Bitte ärztlich zeigen oder den Tag eintragen, an dem es abgeklungen war.</translation>
    </message>
    <message>
        <source>It began at the age of {age}. In a study of 415 charts, sweating with another condition behind it began after {limit} far more often. Please show this to a doctor.</source>
        <translation>Beginn im Alter von {age} Jahren. In einer Studie an 415 Krankenakten begann Schwitzen, hinter dem eine andere Erkrankung stand, weit häufiger nach dem {limit}. Lebensjahr. Bitte ärztlich abklären.</translation>
    </message>
    <message>
        <source>{count} drenching nights were noted from {first} to {last}. In a study of 415 charts, sweating with another condition behind it came at night far more often. Please show this to a doctor.</source>
        <translation>Vom {first} bis {last} sind {count} Nächte mit durchnässendem Schwitzen vermerkt. In einer Studie an 415 Krankenakten kam Schwitzen, hinter dem eine andere Erkrankung stand, weit häufiger nachts vor. Bitte ärztlich abklären.</translation>
    </message>
    <message>
        <source>On {count} of {rated} days from {first} to {last}, the rating of {wetter} was at least {points} points above that of {drier}; before that it was not. No treatment of one side is noted that would explain it. Please show this to a doctor.</source>
        <translation>An {count} von {rated} Tagen vom {first} bis {last} lag die Bewertung von {wetter} mindestens {points} Punkte über der von {drier}; davor nicht. Eine einseitige Behandlung, die das erklären würde, ist nicht vermerkt. Bitte ärztlich abklären.</translation>
    </message>
    <message>
        <source>From {first} to {last}, {count} parts of the body, the trunk among them, were rated at least {points} points higher than in the {days} days before. Please show this to a doctor.</source>
        <translation>Vom {first} bis {last} wurden {count} Körperteile, darunter der Rumpf, mindestens {points} Punkte höher bewertet als in den {days} Tagen davor. Bitte ärztlich abklären.</translation>
    </message>
    <message>
        <source>Ask your doctor before the next session. Drymap cannot clear this.</source>
        <translation>Vor der nächsten Sitzung ärztlich nachfragen. Drymap kann das nicht freigeben.</translation>
    </message>
    <message>
        <source>The checklist has not been answered yet.</source>
        <translation>Die Checkliste ist noch nicht beantwortet.</translation>
    </message>
    <message>
        <source>Some questions of the checklist have no answer yet.</source>
        <translation>Einige Fragen der Checkliste sind noch offen.</translation>
    </message>
    <message>
        <source>Your applicators changed on {changed}, after the answers of {asked}: please go through the checklist again.</source>
        <translation>Die Applikatoren haben sich am {changed} geändert, nach den Antworten vom {asked}: Bitte die Checkliste erneut durchgehen.</translation>
    </message>
    <message>
        <source>The oldest answer is of {asked}, {months} months ago or more: please go through the checklist again.</source>
        <translation>Die älteste Antwort ist vom {asked}, vor {months} Monaten oder mehr: Bitte die Checkliste erneut durchgehen.</translation>
    </message>
</context>
<context>
    <name>Change</name>
    <message>
        <source>Import</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation type="unfinished">Baseline</translation>
    </message>
    <message>
        <source>End of the induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity of wet again</source>
        <translation>Schweregrad für „wieder nass“</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moment</source>
        <translation type="unfinished">Zeitpunkt</translation>
    </message>
    <message>
        <source>Day</source>
        <translation type="unfinished">Tag</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished">Fragebogen</translation>
    </message>
    <message>
        <source>Weighing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co-treatment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notice</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>Change per region</source>
        <translation>Änderung je Region</translation>
    </message>
    <message>
        <source>Over time</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Against untreated</source>
        <translation>Gegenüber unbehandelt</translation>
    </message>
    <message>
        <source>After a session</source>
        <translation>Nach einer Sitzung</translation>
    </message>
    <message>
        <source>On the body</source>
        <translation>Am Körper</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Kalender</translation>
    </message>
    <message>
        <source>Sessions and dose</source>
        <translation>Sitzungen und Dosis</translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation>Fragebögen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>All regions</source>
        <translation>Alle Regionen</translation>
    </message>
    <message>
        <source>{what} ({first})</source>
        <translation>{what} ({first})</translation>
    </message>
    <message>
        <source>{what} (since {first})</source>
        <translation>{what} (seit {first})</translation>
    </message>
    <message>
        <source>{what} (until {last})</source>
        <translation>{what} (bis {last})</translation>
    </message>
    <message>
        <source>{what} ({first} to {last})</source>
        <translation>{what} ({first} bis {last})</translation>
    </message>
    <message>
        <source>{said}; {next}</source>
        <translation>{said}; {next}</translation>
    </message>
    <message>
        <source>{said}; and {count} more</source>
        <translation>{said}; und {count} weitere</translation>
    </message>
    <message>
        <source>{kind}: {title}</source>
        <translation>{kind}: {title}</translation>
    </message>
    <message>
        <source>{name}, {dose}</source>
        <translation>{name}, {dose}</translation>
    </message>
    <message>
        <source>{name}, severity {severity} of 3</source>
        <translation>{name}, Schweregrad {severity} von 3</translation>
    </message>
    <message>
        <source>Mean of the worst of each day, 0 = dry to 10</source>
        <translation>Mittel des Tagesmaximums, 0 = trocken bis 10</translation>
    </message>
    <message>
        <source>{unit}; {beyond}</source>
        <translation>{unit}; {beyond}</translation>
    </message>
    <message>
        <source>The body before and now</source>
        <translation>Der Körper davor und jetzt</translation>
    </message>
    <message>
        <source>{number} pts</source>
        <translation>{number} Pkt.</translation>
    </message>
    <message>
        <source>{low} days</source>
        <translation>{low} Tage</translation>
    </message>
    <message>
        <source>{low} to {high} days</source>
        <translation>{low} bis {high} Tage</translation>
    </message>
    <message>
        <source>Nothing has been rated yet, so the body stays blank.</source>
        <translation>Es ist noch nichts bewertet, daher bleibt der Körper leer.</translation>
    </message>
    <message>
        <source>There is no session yet. The body is compared once {needed} days are rated before the first session and {needed} since.</source>
        <translation>Noch keine Sitzung. Der Körper wird verglichen, sobald {needed} Tage vor der ersten Sitzung und {needed} danach bewertet sind.</translation>
    </message>
    <message>
        <source>Too few days are rated. The body needs {needed} days of a region before the first session, or {needed} in the latest weeks.</source>
        <translation>Zu wenige Tage sind bewertet. Der Körper braucht {needed} Tage einer Region vor der ersten Sitzung oder {needed} in den letzten Wochen.</translation>
    </message>
    <message>
        <source>{count} region, treated: {treated}</source>
        <translation>{count} Region, behandelt: {treated}</translation>
    </message>
    <message>
        <source>{count} regions, treated: {treated}</source>
        <translation>{count} Regionen, behandelt: {treated}</translation>
    </message>
    <message>
        <source>in the table only: {count}</source>
        <translation>nur in der Tabelle: {count}</translation>
    </message>
    <message>
        <source>The body before the first session and now. Regions: {count}; with a mean before: {before} ({before_days}); with a mean now: {now} ({now_days}); less sweating: {less}; more: {more}; no clear change: {unclear}.</source>
        <translation>Der Körper vor der ersten Sitzung und jetzt. Regionen: {count}; mit Mittel davor: {before} ({before_days}); mit Mittel jetzt: {now} ({now_days}); weniger Schwitzen: {less}; mehr: {more}; keine eindeutige Änderung: {unclear}.</translation>
    </message>
    <message>
        <source>The body in the baseline and now. Regions: {count}; with a mean in the baseline: {before} ({before_days}); with a mean now: {now} ({now_days}); less sweating: {less}; more: {more}; no clear change: {unclear}.</source>
        <translation>Der Körper im Basiszeitraum und jetzt. Regionen: {count}; mit Mittel im Basiszeitraum: {before} ({before_days}); mit Mittel jetzt: {now} ({now_days}); weniger Schwitzen: {less}; mehr: {more}; keine eindeutige Änderung: {unclear}.</translation>
    </message>
    <message>
        <source>{said} The largest fall: {region}, {value} %.</source>
        <translation>{said} Größter Rückgang: {region}, {value} %.</translation>
    </message>
    <message>
        <source>{mean:.1f} ({days} days)</source>
        <translation>{mean:.1f} ({days} Tage)</translation>
    </message>
    <message>
        <source>too few days ({days})</source>
        <translation>zu wenige Tage ({days})</translation>
    </message>
    <message>
        <source>{region}: before {before}, now {now}, change {value} % ({interval})</source>
        <translation>{region}: davor {before}, jetzt {now}, Änderung {value} % ({interval})</translation>
    </message>
    <message>
        <source>{region}: before {before}, now {now}, change {value} points ({interval})</source>
        <translation>{region}: davor {before}, jetzt {now}, Änderung {value} Punkte ({interval})</translation>
    </message>
    <message>
        <source>{region}: before {before}, now {now}</source>
        <translation>{region}: davor {before}, jetzt {now}</translation>
    </message>
    <message>
        <source>likely {low} to {high}</source>
        <translation>wahrscheinlich {low} bis {high}</translation>
    </message>
    <message>
        <source>likely {low} or more, no upper limit</source>
        <translation>wahrscheinlich {low} oder mehr, ohne Obergrenze</translation>
    </message>
    <message>
        <source>treated</source>
        <translation>behandelt</translation>
    </message>
    <message>
        <source>not treated</source>
        <translation>unbehandelt</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Treatment</source>
        <translation>Behandlung</translation>
    </message>
    <message>
        <source>Baseline from</source>
        <translation>Basiszeitraum von</translation>
    </message>
    <message>
        <source>Baseline to</source>
        <translation>Basiszeitraum bis</translation>
    </message>
    <message>
        <source>Baseline days rated</source>
        <translation>Basiszeitraum: bewertete Tage</translation>
    </message>
    <message>
        <source>Baseline mean (0-10)</source>
        <translation>Basiswert, Mittel (0–10)</translation>
    </message>
    <message>
        <source>Now from</source>
        <translation>Jetzt von</translation>
    </message>
    <message>
        <source>Now to</source>
        <translation>Jetzt bis</translation>
    </message>
    <message>
        <source>Now days rated</source>
        <translation>Jetzt bewertete Tage</translation>
    </message>
    <message>
        <source>Now mean (0-10)</source>
        <translation>Jetzt Mittel (0–10)</translation>
    </message>
    <message>
        <source>Change (%)</source>
        <translation>Änderung (%)</translation>
    </message>
    <message>
        <source>Change, 95 % from</source>
        <translation>Änderung, 95 % von</translation>
    </message>
    <message>
        <source>Change, 95 % to</source>
        <translation>Änderung, 95 % bis</translation>
    </message>
    <message>
        <source>Change (points)</source>
        <translation>Änderung (Punkte)</translation>
    </message>
    <message>
        <source>Points, 95 % from</source>
        <translation>Punkte, 95 % von</translation>
    </message>
    <message>
        <source>Points, 95 % to</source>
        <translation>Punkte, 95 % bis</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Bemerkung</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basiswert</translation>
    </message>
    <message>
        <source>† chosen by the patient</source>
        <translation>† selbst gewählt</translation>
    </message>
    <message>
        <source>† chosen by the patient: {regions}</source>
        <translation>† selbst gewählt: {regions}</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bisher</translation>
    </message>
    <message>
        <source>Change in %</source>
        <translation>Änderung in %</translation>
    </message>
    <message>
        <source>shaded: 95 % interval without 0</source>
        <translation>getönt: 95-%-Intervall ohne 0</translation>
    </message>
    <message>
        <source>{span}, {days}</source>
        <translation>{span}, {days}</translation>
    </message>
    <message>
        <source>periods differ, {days}</source>
        <translation>Zeiträume verschieden, {days}</translation>
    </message>
    <message>
        <source>too few days</source>
        <translation>zu wenige Tage</translation>
    </message>
    <message>
        <source>no clear change</source>
        <translation>nicht eindeutig</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>Worst of the day, 0 = dry to 10</source>
        <translation>Tagesmaximum, 0 = trocken bis 10</translation>
    </message>
    <message>
        <source>not rated</source>
        <translation>nicht bewertet</translation>
    </message>
    <message>
        <source>too few days rated</source>
        <translation>zu wenige Tage bewertet</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>session</source>
        <translation>Sitzung</translation>
    </message>
    <message>
        <source>{first} to {last}: {rated} of {possible} days rated, not applicable: {apart}, sessions: {sessions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: not rated</source>
        <translation>{day}: nicht bewertet</translation>
    </message>
    <message>
        <source>{day}: not applicable</source>
        <translation>{day}: entfällt</translation>
    </message>
    <message>
        <source>{day}: dry (0 of 10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {severity} of 10</source>
        <translation>{day}: {severity} von 10</translation>
    </message>
    <message>
        <source>{said}, {count} session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, {count} sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from {day}: mean {mean:.1f} of {rated} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from {day}: too few days rated ({rated})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from {day}: not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region has been rated yet.</source>
        <translation>Es ist noch keine Region bewertet.</translation>
    </message>
    <message>
        <source>{region} has not been rated yet.</source>
        <translation>{region} ist noch nicht bewertet.</translation>
    </message>
    <message>
        <source>{region}: days rated so far: {count}. The calendar begins with {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}: fewer than {needed} days were rated in this period; days rated in all: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}, a calendar from {detail}; mean severity {mean:.1f} of 10, dry days: {dry}, days at {threshold} or more: {strong}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Week from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fri</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days rated</source>
        <translation>Bewertete Tage</translation>
    </message>
    <message>
        <source>Mean severity (0-10)</source>
        <translation>Mittlerer Schweregrad (0–10)</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>{first} to {last}</source>
        <translation>{first} bis {last}</translation>
    </message>
    <message>
        <source>d = days rated, before → now</source>
        <translation>d = bewertete Tage, davor → jetzt</translation>
    </message>
    <message>
        <source>Change in % of the baseline, 95 % interval</source>
        <translation>Änderung in % des Basiswerts, 95-%-Intervall</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
    <message>
        <source>against untreated</source>
        <translation>gegenüber unbehandelt</translation>
    </message>
    <message>
        <source>Treated</source>
        <translation>Behandelt</translation>
    </message>
    <message>
        <source>Not treated</source>
        <translation>Unbehandelt</translation>
    </message>
    <message>
        <source>on sham or vehicle</source>
        <translation>unter Schein oder Vehikel</translation>
    </message>
    <message>
        <source>{change} %</source>
        <translation>{change} %</translation>
    </message>
    <message>
        <source>{change} points</source>
        <translation>{change} Punkte</translation>
    </message>
    <message>
        <source>{before} → {now} d</source>
        <translation>{before} → {now} d</translation>
    </message>
    <message>
        <source>{count} of {needed} days in the {span} before the first session</source>
        <translation>{count} von {needed} Tagen in den {span} vor der ersten Sitzung</translation>
    </message>
    <message>
        <source>{count} of {needed} days in the baseline chosen</source>
        <translation>{count} von {needed} Tagen im gewählten Basiszeitraum</translation>
    </message>
    <message>
        <source>{count} of {needed} days in the latest days</source>
        <translation>{count} von {needed} Tagen in den letzten Tagen</translation>
    </message>
    <message>
        <source>95 % interval from {low}, no upper limit</source>
        <translation>95-%-Intervall ab {low}, ohne Obergrenze</translation>
    </message>
    <message>
        <source>95 % interval {low} to {high}</source>
        <translation>95-%-Intervall {low} bis {high}</translation>
    </message>
    <message>
        <source>Change per region against its baseline with 95 % interval, {first} to {last}</source>
        <translation>Änderung je Region gegenüber dem Basiswert mit 95-%-Intervall, {first} bis {last}</translation>
    </message>
    <message>
        <source>{said}; treated regions with a percentage {count} of {of}, from {low} to {high}, with the whole interval below 0: {below}</source>
        <translation>{said}; behandelte Regionen mit Prozentwert {count} von {of}, von {low} bis {high}, mit dem ganzen Intervall unter 0: {below}</translation>
    </message>
    <message>
        <source>{said}; regions not treated {count} of {of}, from {low} to {high}, with the whole interval below 0: {below}</source>
        <translation>{said}; unbehandelte Regionen {count} von {of}, von {low} bis {high}, mit dem ganzen Intervall unter 0: {below}</translation>
    </message>
    <message>
        <source>{said}.</source>
        <translation>{said}.</translation>
    </message>
    <message>
        <source>from (%)</source>
        <translation>von (%)</translation>
    </message>
    <message>
        <source>to (%)</source>
        <translation>bis (%)</translation>
    </message>
    <message>
        <source>Days rated before</source>
        <translation>Bewertete Tage davor</translation>
    </message>
    <message>
        <source>Days rated now</source>
        <translation>Bewertete Tage jetzt</translation>
    </message>
    <message>
        <source>Mean before (0-10)</source>
        <translation>Mittel davor (0–10)</translation>
    </message>
    <message>
        <source>Mean now (0-10)</source>
        <translation>Mittel jetzt (0–10)</translation>
    </message>
    <message>
        <source>Against untreated regions (%)</source>
        <translation>Gegen unbehandelte Regionen (%)</translation>
    </message>
    <message>
        <source>from (points)</source>
        <translation>von (Punkte)</translation>
    </message>
    <message>
        <source>to (points)</source>
        <translation>bis (Punkte)</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>ohne Grenze</translation>
    </message>
    <message>
        <source>{region}: {lack}</source>
        <translation>{region}: {lack}</translation>
    </message>
    <message>
        <source>{region}: {number} of 10; {days}</source>
        <translation>{region}: {number} von 10; {days}</translation>
    </message>
    <message>
        <source>{region}: {number}, {interval}; {days}</source>
        <translation>{region}: {number}, {interval}; {days}</translation>
    </message>
    <message>
        <source>{said}; against untreated regions {number}, {interval}</source>
        <translation>{said}; gegen unbehandelte Regionen {number}, {interval}</translation>
    </message>
    <message>
        <source>Nothing has been rated yet.</source>
        <translation>Es ist noch nichts bewertet.</translation>
    </message>
    <message>
        <source>There is no session yet, so there is nothing to compare with. Days rated: {rated}; a comparison needs {needed} before the first session.</source>
        <translation>Noch keine Sitzung, daher gibt es nichts zu vergleichen. Bewertete Tage: {rated}; ein Vergleich braucht {needed} vor der ersten Sitzung.</translation>
    </message>
    <message>
        <source>A comparison needs {needed} days of a region rated in the {span} days before the first session and {needed} after it; there are at most {before} in those {span} days and {now} after.</source>
        <translation>Ein Vergleich braucht {needed} bewertete Tage einer Region in den {span} Tagen vor der ersten Sitzung und {needed} danach; höchstens {before} liegen in diesen {span} Tagen und {now} danach.</translation>
    </message>
    <message>
        <source>† baseline chosen by the patient</source>
        <translation>† Basiszeitraum selbst gewählt</translation>
    </message>
    <message>
        <source>‡ end of the induction moved by the patient</source>
        <translation>‡ Ende der Initialphase selbst verlegt</translation>
    </message>
    <message>
        <source>‡ end of the induction moved by the patient: {regions}</source>
        <translation>‡ Ende der Initialphase selbst verlegt: {regions}</translation>
    </message>
    <message>
        <source>The patient moved the end of an induction to {day}.</source>
        <translation>Das Ende einer Initialphase ist selbst auf den {day} verlegt.</translation>
    </message>
    <message>
        <source>% of the baseline, worst of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>% of the baseline that the patient chose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>baseline = 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chosen baseline = 100 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first session</source>
        <translation>erste Sitzung</translation>
    </message>
    <message>
        <source>induction ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>induction ends (moved by the patient)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>end moved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}, treated and untreated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} (95 % {low} to {high}), {before} → {now} d</source>
        <translation>{number} (95 % {low} bis {high}), {before} → {now} d</translation>
    </message>
    <message>
        <source>{number} against untreated, 95 % {low} to {high}, {before} → {now} d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean of up to {days} days around {day}: {region} {treated} %, {others} {untreated} % of baseline</source>
        <translation>Mittel von bis zu {days} Tagen um den {day}: {region} {treated} %, {others} {untreated} % des Basiswerts</translation>
    </message>
    <message>
        <source>{value} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} against {others}, {interval}, {before} → {now} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} untreated regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no session yet. From the first one on, treated regions are compared here with those that are not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region} is not treated. Choose a treated region to compare it with the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No untreated region is rated, so there is nothing to compare with. Rate one or two regions that you do not treat: they show what weather and stress do in the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A comparison needs {needed} days before the first session and {needed} in the latest days on which {region} and an untreated region that sweats were both rated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region} and {others} in percent of their baselines, {first} to {last}: {region} changed by {treated}, {others} by {untreated}; {summary}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Basiswert</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Days rated in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region (% of baseline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Untreated (% of baseline)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}: sessions and dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sessions: {sessions}, {first} – {last}</source>
        <translation>Sitzungen: {sessions}, {first} – {last}</translation>
    </message>
    <message>
        <source>planned sessions done: {done} of {planned}; in all: {sessions}, {first} – {last}</source>
        <translation>geplante Sitzungen erledigt: {done} von {planned}; insgesamt: {sessions}, {first} – {last}</translation>
    </message>
    <message>
        <source>{said} ({mean:.1f} per whole week)</source>
        <translation>{said} ({mean:.1f} je ganzer Woche)</translation>
    </message>
    <message>
        <source>{region}: no session has treated it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session has been entered yet.</source>
        <translation>Noch keine Sitzung eingetragen.</translation>
    </message>
    <message>
        <source>Sessions so far: {count}; the chart needs {needed} calendar weeks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session from {first} to {last}, none planned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {detail}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{title}: {detail}; {before:.1f} a week in the first half of these weeks and {after:.1f} in the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}; on average {dose} mA × min a session (sessions that state it: {stated})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned and done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Dose (mA × min)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions without dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions in 4 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions in 13 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose a week, mA × min as the device displayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose in 4 weeks, mA × min as the device displayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose in 13 weeks, mA × min as the device displayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation>erfolgt</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>mA or minutes not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} – {last}: sessions: {sessions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}; planned sessions done: {done} of {planned}</source>
        <translation>{said}; geplante Sitzungen erledigt: {done} von {planned}</translation>
    </message>
    <message>
        <source>{said}; {dose} mA × min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}; mA or minutes not stated: {unstated}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}: periods of constant settings</source>
        <translation>{region}: Zeiträume mit gleichen Einstellungen</translation>
    </message>
    <message>
        <source>periods: {count}, sessions: {sessions}, {first} – {last}</source>
        <translation>Zeiträume: {count}, Sitzungen: {sessions}, {first} – {last}</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>zu kurz</translation>
    </message>
    <message>
        <source>induction</source>
        <translation>Initialphase</translation>
    </message>
    <message>
        <source>mostly induction</source>
        <translation>meist Initialphase</translation>
    </message>
    <message>
        <source>only one to compare</source>
        <translation>als einziger vergleichbar</translation>
    </message>
    <message>
        <source>{first} → {latest} · {change}</source>
        <translation>{first} → {latest} · {change}</translation>
    </message>
    <message>
        <source>mean of the period, not ranked</source>
        <translation>Mittel des Zeitraums, ohne Rang</translation>
    </message>
    <message>
        <source>Left out of the comparison, because mostly in an induction: {count}.</source>
        <translation>Nicht im Vergleich, weil meist in einer Initialphase: {count}.</translation>
    </message>
    <message>
        <source>No. {number}, {said}</source>
        <translation>Nr. {number}, {said}</translation>
    </message>
    <message>
        <source>No. {number}  {row}</source>
        <translation>Nr. {number}  {row}</translation>
    </message>
    <message>
        <source>No ranks: fewer than two periods can be compared (at least {days} days and {sessions} sessions).</source>
        <translation>Ohne Rang: Weniger als zwei Zeiträume sind vergleichbar (mindestens {days} Tage und {sessions} Sitzungen).</translation>
    </message>
    <message>
        <source>few rated</source>
        <translation>wenig bewertet</translation>
    </message>
    <message>
        <source>{first} – {last}: {settings}; sessions: {done}, rated days: {rated}, reactions: {reactions}</source>
        <translation>{first} – {last}: {settings}; Sitzungen: {done}, bewertete Tage: {rated}, Reaktionen: {reactions}</translation>
    </message>
    <message>
        <source>{said}; planned: {planned}</source>
        <translation>{said}; geplant: {planned}</translation>
    </message>
    <message>
        <source>{said}; mean {mean:.1f} of 10, middle half {low:g} to {high:g}</source>
        <translation>{said}; Mittel {mean:.1f} von 10, mittlere Hälfte {low:g} bis {high:g}</translation>
    </message>
    <message>
        <source>{said}; rated days in an induction: {induction}</source>
        <translation>{said}; bewertete Tage in einer Initialphase: {induction}</translation>
    </message>
    <message>
        <source>{said}; rank by mean: {rank}</source>
        <translation>{said}; Rang nach Mittel: {rank}</translation>
    </message>
    <message>
        <source>{said}; not ranked: {standing}</source>
        <translation>{said}; ohne Rang: {standing}</translation>
    </message>
    <message>
        <source>{region}, constant settings, {detail}; the latest with a mean is {latest}.</source>
        <translation>{region}, gleiche Einstellungen, {detail}; der letzte mit einem Mittel ist {latest}.</translation>
    </message>
    <message>
        <source>{region}, constant settings, {detail}; of {ranked} periods long enough to compare, {lowest} had the lowest mean and {highest} the highest.</source>
        <translation>{region}, gleiche Einstellungen, {detail}; von {ranked} für einen Vergleich ausreichend langen Zeiträumen hatte {lowest} das niedrigste Mittel und {highest} das höchste.</translation>
    </message>
    <message>
        <source>{region}, constant settings, {detail}; the {ranked} periods long enough to compare have the same mean, {mean:.1f} of 10.</source>
        <translation>{region}, gleiche Einstellungen, {detail}; die {ranked} für einen Vergleich ausreichend langen Zeiträume haben dasselbe Mittel, {mean:.1f} von 10.</translation>
    </message>
    <message>
        <source>{first} – {last} ({settings}; mean {mean:.1f} of 10, days rated: {rated})</source>
        <translation>{first} – {last} ({settings}; Mittel {mean:.1f} von 10, bewertete Tage: {rated})</translation>
    </message>
    <message>
        <source>of them in an induction</source>
        <translation>davon in einer Initialphase</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Lower quartile</source>
        <translation>Unteres Quartil</translation>
    </message>
    <message>
        <source>Upper quartile</source>
        <translation>Oberes Quartil</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Rank by mean</source>
        <translation>Rang nach Mittel</translation>
    </message>
    <message>
        <source>{region}: no session has treated it, so there are no settings to compare.</source>
        <translation>{region}: von keiner Sitzung behandelt, daher gibt es keine Einstellungen zu vergleichen.</translation>
    </message>
    <message>
        <source>{region}: the chart needs {needed} rated days with the same settings; so far there are at most {count}.</source>
        <translation>{region}: Das Diagramm braucht {needed} bewertete Tage mit gleichen Einstellungen; bisher sind es höchstens {count}.</translation>
    </message>
    <message>
        <source>mean of the period</source>
        <translation>Mittel des Zeitraums</translation>
    </message>
    <message>
        <source>not ranked</source>
        <translation>ohne Rang</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>days rated</source>
        <translation>bew. Tage</translation>
    </message>
    <message>
        <source>sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>done / planned</source>
        <translation>erfolgt / geplant</translation>
    </message>
    <message>
        <source>reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>rank by mean</source>
        <translation>Rang nach Mittel</translation>
    </message>
    <message>
        <source>{period}  {settings}</source>
        <translation>{period}  {settings}</translation>
    </message>
    <message>
        <source>rated days in an induction: {days}</source>
        <translation>bewertete Tage in einer Initialphase: {days}</translation>
    </message>
    <message>
        <source>{done} / {planned}</source>
        <translation>{done} / {planned}</translation>
    </message>
    <message>
        <source>Rank 1: lowest mean. Too short to rank: under {days} days or {sessions} sessions.</source>
        <translation>Rang 1: niedrigstes Mittel. Zu kurz für einen Rang: unter {days} Tagen oder {sessions} Sitzungen.</translation>
    </message>
    <message>
        <source>Earlier periods, in the table only: {count}.</source>
        <translation>Frühere Zeiträume, nur in der Tabelle: {count}.</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>mean of 7 days (≥ {least} rated)</source>
        <translation>7-Tage-Mittel (≥ {least} bewertet)</translation>
    </message>
    <message>
        <source>mean of 28 days (≥ {least} rated)</source>
        <translation>28-Tage-Mittel (≥ {least} bewertet)</translation>
    </message>
    <message>
        <source>middle half of the days</source>
        <translation>mittlere Hälfte der Tage</translation>
    </message>
    <message>
        <source>LOWESS per phase ({days} days)</source>
        <translation>LOWESS je Phase ({days} Tage)</translation>
    </message>
    <message>
        <source>reaction</source>
        <translation>Reaktion</translation>
    </message>
    <message>
        <source>settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Worst of the day, each row 0 = dry to 10</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>days, darker = more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} Tage</translation>
    </message>
    <message>
        <source>{detail}; {note}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days}, so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rated} of {possible} days rated, sessions: {sessions}</source>
        <translation>{rated} von {possible} Tagen bewertet, Sitzungen: {sessions}</translation>
    </message>
    <message>
        <source>Regions were rated on {count} day; the chart needs {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions were rated on {count} days; the chart needs {needed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}, {said}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}, {day}: not rated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}, {first} to {last}: mean {mean:.1f} of 10 ({rated} of {possible} days rated)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}, {first} to {last}: {rated} of {possible} days rated, too few for a mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions: {count}, {first} to {last}: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions: {count}, {first} to {last}: {detail}; mean severity of 10 in the baseline and in the latest days: {trends}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region} {before:.1f} and {now:.1f}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days of the baseline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{score} = {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day}: {name} {score} (range {low} to {high})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said}, {answer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No questionnaire total has been entered. Two totals of the same questionnaire, one before the first session and one later, show whether daily life has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{entry}. A second total of the same questionnaire will show what has changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire totals, {first} to {last}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{said} {panel} Totals shown: {entries}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished">Fragebogen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Lowest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Daily life</source>
        <translation type="unfinished">Alltag</translation>
    </message>
    <message>
        <source>Psychosocial</source>
        <translation type="unfinished">Psychosozial</translation>
    </message>
    <message>
        <source>Smallest change that matters (points)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} to {last}, totals entered: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Totals in points, higher = more burden</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>smallest change that matters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{least} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region}, {first} to {last}: {detail}.</source>
        <translation>{region}, {first} bis {last}: {detail}.</translation>
    </message>
    <message>
        <source>{region}, {first} to {last}: {detail}; mean severity {mean:.1f} of 10.</source>
        <translation>{region}, {first} bis {last}: {detail}; mittlerer Schweregrad {mean:.1f} von 10.</translation>
    </message>
    <message>
        <source>{region}, {first} to {last}: {detail}; mean severity {before:.1f} of 10 before the first session (days rated: {before_days}) and {now:.1f} in the latest days (days rated: {now_days}), {change}.</source>
        <translation>{region}, {first} bis {last}: {detail}; mittlerer Schweregrad {before:.1f} von 10 vor der ersten Sitzung (bewertete Tage: {before_days}) und {now:.1f} in den letzten Tagen (bewertete Tage: {now_days}), {change}.</translation>
    </message>
    <message>
        <source>{region}, {first} to {last}: {detail}; mean severity {before:.1f} of 10 in the baseline chosen (days rated: {before_days}) and {now:.1f} in the latest days (days rated: {now_days}), {change}.</source>
        <translation>{region}, {first} bis {last}: {detail}; mittlerer Schweregrad {before:.1f} von 10 im gewählten Basiszeitraum (bewertete Tage: {before_days}) und {now:.1f} in den letzten Tagen (bewertete Tage: {now_days}), {change}.</translation>
    </message>
    <message>
        <source>{said} {remark}</source>
        <translation>{said} {remark}</translation>
    </message>
    <message>
        <source>{said} Also noted: {listed}.</source>
        <translation>{said} Ebenfalls vermerkt: {listed}.</translation>
    </message>
    <message>
        <source>{said} Reactions: {listed}.</source>
        <translation>{said} Reaktionen: {listed}.</translation>
    </message>
    <message>
        <source>{day}: severity {severity} of 10</source>
        <translation>{day}: Schweregrad {severity} von 10</translation>
    </message>
    <message>
        <source>sessions: {count}</source>
        <translation>Sitzungen: {count}</translation>
    </message>
    <message>
        <source>LOWESS, mean of the week</source>
        <translation>LOWESS, Mittel der Woche</translation>
    </message>
    <message>
        <source>Also</source>
        <translation>Außerdem</translation>
    </message>
    <message>
        <source>{region} was rated on {count} day; the chart needs {needed}.</source>
        <translation>{region} wurde an {count} Tag bewertet; das Diagramm braucht {needed}.</translation>
    </message>
    <message>
        <source>{region} was rated on {count} days; the chart needs {needed}.</source>
        <translation>{region} wurde an {count} Tagen bewertet; das Diagramm braucht {needed}.</translation>
    </message>
    <message>
        <source>baseline {mean:.1f} ({days} days)</source>
        <translation>Basiswert {mean:.1f} ({days} Tage)</translation>
    </message>
    <message>
        <source>chosen baseline {mean:.1f} ({days} days)</source>
        <translation>gewählter Basiswert {mean:.1f} ({days} Tage)</translation>
    </message>
    <message>
        <source>now {mean:.1f} ({days} days)</source>
        <translation>jetzt {mean:.1f} ({days} Tage)</translation>
    </message>
    <message>
        <source>so far {mean:.1f} ({days} days)</source>
        <translation>bisher {mean:.1f} ({days} Tage)</translation>
    </message>
    <message>
        <source>induction (end moved)</source>
        <translation>Initialphase (Ende verlegt)</translation>
    </message>
    <message>
        <source>not rated in these days</source>
        <translation>in diesen Tagen nicht bewertet</translation>
    </message>
    <message>
        <source>{region}: after a session</source>
        <translation>{region}: nach einer Sitzung</translation>
    </message>
    <message>
        <source>Days since the last session (0 = its day), n = rated days</source>
        <translation>Tage seit der Sitzung (0 = ihr Tag), n = bewertete Tage</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>threshold {threshold}</source>
        <translation>Schwelle {threshold}</translation>
    </message>
    <message>
        <source>First day at {threshold} or more, by course: {courses}</source>
        <translation>Erster Tag mit {threshold} oder mehr, je Serie: {courses}</translation>
    </message>
    <message>
        <source>First ≥ {threshold}, by course: {courses}</source>
        <translation>Erstmals ≥ {threshold}, je Serie: {courses}</translation>
    </message>
    <message>
        <source>First ≥ {threshold}, by course: … {courses}</source>
        <translation>Erstmals ≥ {threshold}, je Serie: … {courses}</translation>
    </message>
    <message>
        <source>First day at {threshold} or more, by course: … {courses}</source>
        <translation>Erster Tag mit {threshold} oder mehr, je Serie: … {courses}</translation>
    </message>
    <message>
        <source>Day {day} after a session: median {median:g}, middle half {low:g} to {high:g} (rated days: {rated})</source>
        <translation>Tag {day} nach einer Sitzung: Median {median:g}, mittlere Hälfte {low:g} bis {high:g} (bewertete Tage: {rated})</translation>
    </message>
    <message>
        <source>Day {day} after a session: median {median:g}, only a hint (rated days: {rated})</source>
        <translation>Tag {day} nach einer Sitzung: Median {median:g}, nur ein Hinweis (bewertete Tage: {rated})</translation>
    </message>
    <message>
        <source>Day {day} after a session was never rated.</source>
        <translation>Tag {day} nach einer Sitzung wurde nie bewertet.</translation>
    </message>
    <message>
        <source>rated days: {rated} after {sessions} of {all} sessions, the induction left out, {first} – {last}</source>
        <translation>bewertete Tage: {rated} nach {sessions} von {all} Sitzungen, ohne die Initialphase, {first} – {last}</translation>
    </message>
    <message>
        <source>rated days: {rated} after {sessions} of {all} session, the induction left out, {first} – {last}</source>
        <translation>bewertete Tage: {rated} nach {sessions} von {all} Sitzung, ohne die Initialphase, {first} – {last}</translation>
    </message>
    <message>
        <source>induction so far; rated days: {rated} after {sessions} of {all} sessions, {first} – {last}</source>
        <translation>Initialphase bisher; bewertete Tage: {rated} nach {sessions} von {all} Sitzungen, {first} – {last}</translation>
    </message>
    <message>
        <source>induction so far; rated days: {rated} after {sessions} of {all} session, {first} – {last}</source>
        <translation>Initialphase bisher; bewertete Tage: {rated} nach {sessions} von {all} Sitzung, {first} – {last}</translation>
    </message>
    <message>
        <source>rated on fewer than {needed} days</source>
        <translation>an weniger als {needed} Tagen bewertet</translation>
    </message>
    <message>
        <source>{region}: no session has treated it, so there are no days after one.</source>
        <translation>{region}: von keiner Sitzung behandelt, daher gibt es keine Tage danach.</translation>
    </message>
    <message>
        <source>{region}: the chart needs {needed} rated days that lie equally long after a session; so far there are at most {count}.</source>
        <translation>{region}: Das Diagramm braucht {needed} bewertete Tage, die gleich lange nach einer Sitzung liegen; bisher sind es höchstens {count}.</translation>
    </message>
    <message>
        <source>{region}, {detail}: median severity {before:g} of 10 on day {begin} after a session and {after:g} on day {end}; {interval}</source>
        <translation>{region}, {detail}: Median des Schweregrads {before:g} von 10 an Tag {begin} nach einer Sitzung und {after:g} an Tag {end}; {interval}</translation>
    </message>
    <message>
        <source>{region}, {detail}: median severity {before:g} of 10 on day {begin} after a session; {interval}</source>
        <translation>{region}, {detail}: Median des Schweregrads {before:g} von 10 an Tag {begin} nach einer Sitzung; {interval}</translation>
    </message>
    <message>
        <source>{said}; first course {first}, latest {last}</source>
        <translation>{said}; erste Serie {first}, letzte {last}</translation>
    </message>
    <message>
        <source>first day at {threshold} or more: {days:g} days after a session (median; reached after {reached} of {sessions} sessions)</source>
        <translation>erster Tag mit {threshold} oder mehr: {days:g} Tage nach einer Sitzung (Median; erreicht nach {reached} von {sessions} Sitzungen)</translation>
    </message>
    <message>
        <source>first day at {threshold} or more: {days:g} days after a session (median; reached after {reached} of {sessions} session)</source>
        <translation>erster Tag mit {threshold} oder mehr: {days:g} Tage nach einer Sitzung (Median; erreicht nach {reached} von {sessions} Sitzung)</translation>
    </message>
    <message>
        <source>at {threshold} or more already on the first day after a session (median; reached after {reached} of {sessions} sessions)</source>
        <translation>{threshold} oder mehr schon am ersten Tag nach einer Sitzung (Median; erreicht nach {reached} von {sessions} Sitzungen)</translation>
    </message>
    <message>
        <source>at {threshold} or more already on the first day after a session (median; reached after {reached} of {sessions} session)</source>
        <translation>{threshold} oder mehr schon am ersten Tag nach einer Sitzung (Median; erreicht nach {reached} von {sessions} Sitzung)</translation>
    </message>
    <message>
        <source>first day at {threshold} or more: none in the median session (reached after {reached} of {sessions} sessions; longest below: {longest} d)</source>
        <translation>erster Tag mit {threshold} oder mehr: im Median keiner (erreicht nach {reached} von {sessions} Sitzungen; am längsten darunter: {longest} Tage)</translation>
    </message>
    <message>
        <source>first day at {threshold} or more: none in the median session (reached after {reached} of {sessions} session; longest below: {longest} d)</source>
        <translation>erster Tag mit {threshold} oder mehr: im Median keiner (erreicht nach {reached} von {sessions} Sitzung; am längsten darunter: {longest} Tage)</translation>
    </message>
    <message>
        <source>first day at {threshold} or more: unknown, no day after a session was rated</source>
        <translation>erster Tag mit {threshold} oder mehr: unbekannt, kein Tag nach einer Sitzung wurde bewertet</translation>
    </message>
    <message>
        <source>{month} {days:g} d (n {sessions})</source>
        <translation>{month} Tag {days:g} (n {sessions})</translation>
    </message>
    <message>
        <source>{month} not reached (n {sessions})</source>
        <translation>{month} nicht erreicht (n {sessions})</translation>
    </message>
    <message>
        <source>{first} · {second}</source>
        <translation>{first} · {second}</translation>
    </message>
    <message>
        <source>first at {threshold} or more: day {days:g} (median of {sessions})</source>
        <translation>erstmals {threshold} oder mehr: Tag {days:g} (Median von {sessions})</translation>
    </message>
    <message>
        <source>at {threshold} or more already on day 1 (median of {sessions})</source>
        <translation>{threshold} oder mehr schon an Tag 1 (Median von {sessions})</translation>
    </message>
    <message>
        <source>at {threshold} or more after {reached} of {sessions} sessions</source>
        <translation>{threshold} oder mehr nach {reached} von {sessions} Sitzungen</translation>
    </message>
    <message>
        <source>at {threshold} or more after {reached} of {sessions} session</source>
        <translation>{threshold} oder mehr nach {reached} von {sessions} Sitzung</translation>
    </message>
    <message>
        <source>Rated days, or sessions</source>
        <translation>Bewertete Tage bzw. Sitzungen</translation>
    </message>
    <message>
        <source>Severity on day {day}</source>
        <translation>Schweregrad an Tag {day}</translation>
    </message>
    <message>
        <source>Days to the first at {threshold} or more (median), all sessions that count</source>
        <translation>Tage bis zum ersten mit {threshold} oder mehr (Median), alle gezählten Sitzungen</translation>
    </message>
    <message>
        <source>Days to the first at {threshold} or more (median), {name}, {first} – {last}</source>
        <translation>Tage bis zum ersten mit {threshold} oder mehr (Median), {name}, {first} – {last}</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>Settings, by number of the period</source>
        <translation>Einstellungen nach Nummer des Zeitraums</translation>
    </message>
    <message>
        <source>period {number}: {settings}</source>
        <translation>Zeitraum {number}: {settings}</translation>
    </message>
    <message>
        <source>{number}, {first} to {last}: {settings}</source>
        <translation>{number}, {first} bis {last}: {settings}</translation>
    </message>
    <message>
        <source>{number}, {first} to {last}: {settings} (not ranked)</source>
        <translation>{number}, {first} bis {last}: {settings} (ohne Rang)</translation>
    </message>
    <message>
        <source>{said} Periods of constant settings, the latest first: {listed}.</source>
        <translation>{said} Zeiträume mit gleichen Einstellungen, der letzte zuerst: {listed}.</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>The file is damaged: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The ratings of {day} are not what was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {key} is not what was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind} {key} cannot be read and is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{title}&apos; of {at} can no longer be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ratings of {day} name a region that is not there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CoTreatment</name>
    <message>
        <source>Aluminium chloride</source>
        <translation>Aluminiumchlorid</translation>
    </message>
    <message>
        <source>Sources disagree on whether it hinders iontophoresis.</source>
        <translation>Die Quellen sind uneins, ob es die Iontophorese behindert.</translation>
    </message>
    <message>
        <source>Glycopyrronium cloth</source>
        <translation>Glycopyrronium-Tuch</translation>
    </message>
    <message>
        <source>Armpits; an effect was seen from week 1.</source>
        <translation>Achseln; eine Wirkung zeigte sich ab Woche 1.</translation>
    </message>
    <message>
        <source>Sofpironium gel</source>
        <translation>Sofpironium-Gel</translation>
    </message>
    <message>
        <source>Armpits, at bedtime.</source>
        <translation>Achseln, vor dem Schlafengehen.</translation>
    </message>
    <message>
        <source>Oxybutynin tablets</source>
        <translation>Oxybutynin-Tabletten</translation>
    </message>
    <message>
        <source>Acts on all regions; judged at 6 weeks in a trial.</source>
        <translation>Wirkt auf alle Regionen; in einer Studie nach 6 Wochen beurteilt.</translation>
    </message>
    <message>
        <source>Glycopyrronium in the water</source>
        <translation>Glycopyrronium im Wasser</translation>
    </message>
    <message>
        <source>What is absorbed reaches the other side as well.</source>
        <translation>Was aufgenommen wird, erreicht auch die andere Seite.</translation>
    </message>
    <message>
        <source>Botulinum toxin</source>
        <translation>Botulinumtoxin</translation>
    </message>
    <message>
        <source>Lasted a median of 197 to 205 days in a trial.</source>
        <translation>Hielt in einer Studie im Median 197 bis 205 Tage an.</translation>
    </message>
    <message>
        <source>Microwave treatment</source>
        <translation>Mikrowellenbehandlung</translation>
    </message>
    <message>
        <source>Permanent.</source>
        <translation>Dauerhaft.</translation>
    </message>
    <message>
        <source>Sympathectomy</source>
        <translation>Sympathektomie</translation>
    </message>
    <message>
        <source>Permanent; other regions may begin to sweat.</source>
        <translation>Dauerhaft; andere Regionen können zu schwitzen beginnen.</translation>
    </message>
    <message>
        <source>Another medicine</source>
        <translation>Anderes Medikament</translation>
    </message>
    <message>
        <source>Some medicines cause sweating.</source>
        <translation>Manche Medikamente lösen Schwitzen aus.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
</context>
<context>
    <name>Contraindication</name>
    <message>
        <source>pacemaker or implanted defibrillator</source>
        <translation>Herzschrittmacher oder implantierter Defibrillator</translation>
    </message>
    <message>
        <source>All sources named here name the pacemaker.</source>
        <translation>Alle hier genannten Quellen nennen den Herzschrittmacher.</translation>
    </message>
    <message>
        <source>pregnancy or breast-feeding</source>
        <translation>Schwangerschaft oder Stillzeit</translation>
    </message>
    <message>
        <source>All sources named here name pregnancy; one maker (Saalio) names breast-feeding as well.</source>
        <translation>Alle hier genannten Quellen nennen die Schwangerschaft; ein Hersteller (Saalio) nennt auch die Stillzeit.</translation>
    </message>
    <message>
        <source>metal implant</source>
        <translation>Metallimplantat</translation>
    </message>
    <message>
        <source>Sources disagree: two makers name metal in the current&apos;s path, hospital leaflets and another maker any metal in the bones.</source>
        <translation>Die Quellen sind uneins: Zwei Hersteller nennen Metall im Stromweg, Merkblätter von Kliniken und ein weiterer Hersteller jedes Metall im Knochen.</translation>
    </message>
    <message>
        <source>metal coil (intrauterine device)</source>
        <translation>metallhaltige Spirale (Intrauterinpessar)</translation>
    </message>
    <message>
        <source>Sources disagree: one maker names it when the feet are treated, another maker always, and a hospital leaflet names any coil.</source>
        <translation>Die Quellen sind uneins: Ein Hersteller nennt sie bei der Behandlung der Füße, ein anderer immer, ein Klinikmerkblatt nennt jede Spirale.</translation>
    </message>
    <message>
        <source>epilepsy</source>
        <translation>Epilepsie</translation>
    </message>
    <message>
        <source>Named by three makers.</source>
        <translation>Von drei Herstellern genannt.</translation>
    </message>
    <message>
        <source>heart disease or irregular heartbeat</source>
        <translation>Herzerkrankung oder Herzrhythmusstörung</translation>
    </message>
    <message>
        <source>Named by three makers; one of them names a suspected heart problem as well.</source>
        <translation>Von drei Herstellern genannt; einer nennt auch den Verdacht auf ein Herzproblem.</translation>
    </message>
    <message>
        <source>nerve damage or numb skin</source>
        <translation>Nervenschädigung oder taube Haut</translation>
    </message>
    <message>
        <source>Polyneuropathy, or skin there that feels little or nothing: the current could not be felt.</source>
        <translation>Polyneuropathie oder Haut, die dort wenig oder nichts spürt: Der Strom wäre nicht zu spüren.</translation>
    </message>
    <message>
        <source>thrombosis or severe vascular disease</source>
        <translation>Thrombose oder schwere Gefäßerkrankung</translation>
    </message>
    <message>
        <source>A hospital leaflet names any blood clot; a maker also names severely reduced blood flow.</source>
        <translation>Ein Klinikmerkblatt nennt jedes Blutgerinnsel; ein Hersteller nennt auch eine stark verminderte Durchblutung.</translation>
    </message>
    <message>
        <source>tumour, infection or swelling of the skin there</source>
        <translation>Tumor, Infektion oder Schwellung der Haut dort</translation>
    </message>
    <message>
        <source>Two makers name a tumour or a suspect spot where the current goes, acute infection and inflamed or swollen skin; a hospital leaflet names any tumour.</source>
        <translation>Zwei Hersteller nennen einen Tumor oder eine verdächtige Stelle im Stromweg, akute Infektion und entzündete oder geschwollene Haut; ein Klinikmerkblatt nennt jeden Tumor.</translation>
    </message>
    <message>
        <source>wound that cannot be covered</source>
        <translation>nicht abdeckbare Wunde</translation>
    </message>
    <message>
        <source>A wound that petroleum jelly cannot cover, say two makers.</source>
        <translation>Eine Wunde, die sich mit Vaseline nicht abdecken lässt, sagen zwei Hersteller.</translation>
    </message>
    <message>
        <source>fixed metal braces in the mouth</source>
        <translation>feste Zahnspange aus Metall</translation>
    </message>
    <message>
        <source>Sources disagree: a hospital leaflet names them; a dealer&apos;s page does not count metal that lies outside the current&apos;s path.</source>
        <translation>Die Quellen sind uneins: Ein Klinikmerkblatt nennt sie; die Seite eines Händlers zählt Metall außerhalb des Stromwegs nicht.</translation>
    </message>
    <message>
        <source>child under 6 years</source>
        <translation>Kind unter 6 Jahren</translation>
    </message>
    <message>
        <source>Sources disagree: a hospital leaflet says under 5 years, two makers 6 years.</source>
        <translation>Die Quellen sind uneins: Ein Klinikmerkblatt nennt unter 5 Jahren, zwei Hersteller 6 Jahre.</translation>
    </message>
    <message>
        <source>sensitivity to current</source>
        <translation>Stromempfindlichkeit</translation>
    </message>
    <message>
        <source>Named by one maker (Fischer).</source>
        <translation>Von einem Hersteller (Fischer) genannt.</translation>
    </message>
</context>
<context>
    <name>Damage</name>
    <message>
        <source>it holds unreadable text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tables are not a diary&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entries lost their owner</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Date</name>
    <message>
        <source>{day} {month}</source>
        <translation>{day}. {month}</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{day} {month} {year}</source>
        <translation>{day}. {month} {year}</translation>
    </message>
    <message>
        <source>{month} {year}</source>
        <translation>{month} {year}</translation>
    </message>
</context>
<context>
    <name>DateOrder</name>
    <message>
        <source>year, month, day (2026-12-31)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>day, month, year (31.12.2026)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>month, day, year (12/31/2026)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DayMark</name>
    <message>
        <source>rated on the day</source>
        <translation>am selben Tag bewertet</translation>
    </message>
    <message>
        <source>rated later</source>
        <translation>nachträglich bewertet</translation>
    </message>
    <message>
        <source>copied from the day before</source>
        <translation>vom Vortag übernommen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
    <message>
        <source>rated in part</source>
        <translation>teilweise bewertet</translation>
    </message>
    <message>
        <source>nothing recorded</source>
        <translation>nichts eingetragen</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>not remembered</source>
        <translation>nicht erinnerlich</translation>
    </message>
</context>
<context>
    <name>DayState</name>
    <message>
        <source>don&apos;t remember</source>
        <translation>nicht erinnerlich</translation>
    </message>
    <message>
        <source>not applicable (ill, away)</source>
        <translation>entfällt (krank, verreist)</translation>
    </message>
</context>
<context>
    <name>DiaryError</name>
    <message>
        <source>This schedule has at most {most} sessions a week. Choose fewer days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A course cannot be planned for &apos;{value}&apos;. Use a date like 2026-11-23, or one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No session is planned on {day}. Choose a day of the plan.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session is already planned on {day}. Choose another day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} comes before {other}, which is planned earlier than this session. Choose a later day, or move this session alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A session would come to lie outside the course. Choose another day, or change the first or last day of the course before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This course goes on by weekdays, so no single day of it can be moved. Set its first and last day before, or choose other weekdays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{title}&apos; cannot be undone or redone: the disk has spoilt the note of it. Correct it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a file for other programs: Drymap writes such files and cannot read them. Choose the complete diary (.json) or its CSV files instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: Drymap knows {endings} and folders of CSV files. Choose one of them (a single CSV file goes into a folder).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} holds none of the files of a diary (ratings.csv, sessions.csv, ...). Choose the folder or archive that does.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, lines {first} and {line} contradict each other about {what}. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} lacks columns that it must have: {columns}. Its first line names the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} has two columns for {columns}. Remove one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {count} cells, but the first line names {width} columns. Put cells that hold a &apos;{delimiter}&apos; in double quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: this is not sound CSV ({reason}). Look at its quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text. Save it as &apos;CSV UTF-8&apos; and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is damaged within its archive.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a folder and not a sound zip archive. Choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds names that lead out of it and was not opened further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is no archive of a diary: its CSV files must lie side by side, at the top or in one folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is locked or packed in an unusual way. Unpack it to a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds two files of the same name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is a device or a pipe, not a file. Choose a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is too large to be a diary: more than {limit} million bytes. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not UTF-8 text. Export the diary again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is nested too deep to be a diary. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not sound JSON ({reason}). Export the diary again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds a number too long for a diary. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} was written by a newer Drymap. Update this one to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} is not a diary exported by Drymap. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, {list}, entry {number}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, {list}: entries {first} and {number} contradict each other about {what}. Remove one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this is no record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two columns are said to hold the same thing. Leave one of them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which columns hold severities: one column for each region, or one that names the region and one with its severity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say with what and where the sessions of this file were done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say in which order this file writes its days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no day that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a whole number from {low} to {high}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is not a number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}, column {column}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>say which region &apos;{value}&apos; is, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{value}&apos; is no time that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds no table with a row of names and rows below it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, line {line}: it has {count} cells, but there are {width} columns. Look at its quotes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} cannot be read: {reason}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {reason}. What was there before is unchanged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} exists already. Choose another name, or let it be replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder {path} holds something else than an earlier export and is not replaced. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The total of {name} goes from {low} to {high}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id of an own region begins with &apos;own_&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last day comes before the first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} must be a whole number from {low} to {high}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} must be a number from {low} to {high}, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} must be yes or no, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} must hold some text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} is too long: {count} characters, at most {limit}. Shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} holds characters that cannot be stored. Retype it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} cannot be &apos;{value}&apos;. Use one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no region &apos;{value}&apos;. Use an id from the list of regions{hint}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} must be a day like 2026-11-22, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} must be a time with its offset like 2026-11-22T19:00:00+01:00, not {value}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: choose at least one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what}: each may be named only once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{day} is in the future. Check the day and the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A planned day is a day like 2026-11-23 or one of {choices}, not &apos;{value}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no applicator &apos;{value}&apos;. Use one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which regions &apos;{name}&apos; reaches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole body cannot be treated in a session: no device treats generalised hyperhidrosis. A session treats well-defined regions for which an applicator exists; choose those that bother you most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which applicator was used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each pole may only hold regions of this session, and no region both poles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{applicator} does not reach {region}. Choose an applicator that does, or leave the region out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{region} cannot be put in a session: a maker&apos;s manual (Hidrex DP450) forbids current through the chest. Ask your doctor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The translation {name} cannot be read. Choose English for the page, or install Drymap again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no translation of the page into {code}. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file at &apos;{path}&apos; already; choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup was made, but older ones in &apos;{folder}&apos; could not be removed ({reason}). Look there for what is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy of &apos;{name}&apos; came out damaged ({reason}) and was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; lies where nothing can be written: the file, its folder or the disk is read-only. It can be read; to write, copy it to a place of your own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk that holds &apos;{name}&apos; is full or cannot be written. Nothing was saved and nothing was lost; make room and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was not closed properly and lies where nothing can be written. Copy it, together with &apos;{name}-journal&apos;, to a place of your own and open it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is open already, perhaps in another Drymap window ({holder}). Close it there first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be written ({reason}). Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is damaged ({reason}). It was left as it is; open a backup if you have one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is damaged ({reason}). It was left as it is; the newest backup is &apos;{backup}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no region &apos;{value}&apos; in this diary. Make it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; ({id}) cannot become another applicator: sessions name it ({count}: {days}). Add the other one as a new entry, or correct these sessions first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; must still reach {region}: sessions need it ({count}: {days}). Leave this region in, or correct these sessions first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be moved to {region}: sessions treated it ({count}: {days}), and a maker&apos;s manual (Hidrex DP450) forbids current through the chest. Make a new region there, or correct these sessions first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be moved to {region}: &apos;{applicator}&apos; reaches it, and a maker&apos;s manual (Hidrex DP450) forbids current through the chest. Make a new region there, or take it out of this applicator first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{id}&apos; cannot be removed: other entries name it. Retire it, or remove them first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rating number {row} of the file holds something else than a rating.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is open on another computer ({holder}). Close it there and let the files synchronise; if it is not open there, delete &apos;{lock}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says two different things about one entry: {entry}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file contradicts the diary in {count} entries, first in {entry}. Nothing was imported; choose whose entries to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file contradicts the diary in {count} entries, first in {region} on {day}: {mine} in the diary, {theirs} in the file. Nothing was imported; choose whose entries to keep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was written by a newer Drymap. Update this program to open it; the file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no diary at &apos;{path}&apos;. Check the name, or make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{path}&apos; cannot be read ({reason}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is not a diary of Drymap. It was left as it is; choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was moved or replaced by another program while it was open. Nothing was saved; close the diary and open it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{name}&apos; comes from an older Drymap and has to be converted, but lies where nothing can be written. Copy it to a place of your own and open it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is a file at &apos;{path}&apos; already. Open it, or choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Doctor</name>
    <message>
        <source>{name}: {found}</source>
        <translation>{name}: {found}</translation>
    </message>
    <message>
        <source>{first} | {others}</source>
        <translation>{first} | {others}</translation>
    </message>
    <message>
        <source>A {days} d mean {mean:.1f}</source>
        <translation>A {days} d Mittel {mean:.1f}</translation>
    </message>
    <message>
        <source>A {days} d</source>
        <translation>A {days} d</translation>
    </message>
    <message>
        <source>B {days} d mean {mean:.1f}</source>
        <translation>B {days} d Mittel {mean:.1f}</translation>
    </message>
    <message>
        <source>B {days} d</source>
        <translation>B {days} d</translation>
    </message>
    <message>
        <source>B (so far) {days} d mean {mean:.1f}</source>
        <translation>B (bisher) {days} d Mittel {mean:.1f}</translation>
    </message>
    <message>
        <source>{value} % (95 % CI {low}..{high})</source>
        <translation>{value} % (95-%-KI {low}..{high})</translation>
    </message>
    <message>
        <source>{value} % (95 % CI {low}.., no upper limit)</source>
        <translation>{value} % (95-%-KI {low}.., ohne Obergrenze)</translation>
    </message>
    <message>
        <source>{value} points (95 % CI {low}..{high})</source>
        <translation>{value} Punkte (95-%-KI {low}..{high})</translation>
    </message>
    <message>
        <source>vs untreated {value} % ({low}..{high})</source>
        <translation>gegen unbehandelt {value} % ({low}..{high})</translation>
    </message>
    <message>
        <source>vs untreated {value} % ({low}.., no upper limit)</source>
        <translation>gegen unbehandelt {value} % ({low}.., ohne Obergrenze)</translation>
    </message>
    <message>
        <source>NAP {value:.2f} ({low:.2f}..{high:.2f})</source>
        <translation>NAP {value:.2f} ({low:.2f}..{high:.2f})</translation>
    </message>
    <message>
        <source>provisional</source>
        <translation>vorläufig</translation>
    </message>
</context>
<context>
    <name>Drug</name>
    <message>
        <source>opioids</source>
        <translation>Opioide</translation>
    </message>
    <message>
        <source>oestrogens</source>
        <translation>Östrogene</translation>
    </message>
    <message>
        <source>cholinesterase inhibitors</source>
        <translation>Cholinesterasehemmer</translation>
    </message>
    <message>
        <source>SSRI antidepressants</source>
        <translation>SSRI-Antidepressiva</translation>
    </message>
    <message>
        <source>venlafaxine</source>
        <translation>Venlafaxin</translation>
    </message>
    <message>
        <source>duloxetine</source>
        <translation>Duloxetin</translation>
    </message>
    <message>
        <source>tricyclic antidepressants</source>
        <translation>trizyklische Antidepressiva</translation>
    </message>
    <message>
        <source>trazodone</source>
        <translation>Trazodon</translation>
    </message>
    <message>
        <source>mirtazapine</source>
        <translation>Mirtazapin</translation>
    </message>
    <message>
        <source>pilocarpine</source>
        <translation>Pilocarpin</translation>
    </message>
    <message>
        <source>propranolol</source>
        <translation>Propranolol</translation>
    </message>
    <message>
        <source>ciprofloxacin</source>
        <translation>Ciprofloxacin</translation>
    </message>
    <message>
        <source>aciclovir</source>
        <translation>Aciclovir</translation>
    </message>
    <message>
        <source>esomeprazole</source>
        <translation>Esomeprazol</translation>
    </message>
    <message>
        <source>goserelin</source>
        <translation>Goserelin</translation>
    </message>
</context>
<context>
    <name>DueReason</name>
    <message>
        <source>planned for this day</source>
        <translation>für diesen Tag geplant</translation>
    </message>
    <message>
        <source>by the days since the last session</source>
        <translation>nach den Tagen seit der letzten Sitzung</translation>
    </message>
    <message>
        <source>sweating again</source>
        <translation>schwitzt wieder</translation>
    </message>
</context>
<context>
    <name>Entered</name>
    <message>
        <source>on the day</source>
        <translation>am selben Tag</translation>
    </message>
    <message>
        <source>later</source>
        <translation>nachträglich</translation>
    </message>
    <message>
        <source>copied from the day before</source>
        <translation>vom Vortag übernommen</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>importiert</translation>
    </message>
</context>
<context>
    <name>Event</name>
    <message>
        <source>surgery</source>
        <translation>Operation</translation>
    </message>
    <message>
        <source>change of device</source>
        <translation>Gerätewechsel</translation>
    </message>
    <message>
        <source>change of a medicine</source>
        <translation>Medikamentenwechsel</translation>
    </message>
    <message>
        <source>travel</source>
        <translation>Reise</translation>
    </message>
    <message>
        <source>illness</source>
        <translation>Krankheit</translation>
    </message>
    <message>
        <source>visit to the doctor</source>
        <translation>Arztbesuch</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>The maker does not name the site in what was read; the regions listed are those that leaflets and makers&apos; pages name for pads. No trial was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water trays for the hands, sold by all makers seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water trays for the feet, sold by all makers seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of wet sponge pockets or silicone electrodes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makers&apos; texts only; one maker leaves out the nose and the lips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker&apos;s text only; no trial was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makers&apos; texts only; no trial was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applicator for this site was seen; one maker sells a universal electrode.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No applicator for this site was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only skin that the water wets is treated; no applicator for this site was seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Face masks are sold (maker&apos;s texts, no trial seen).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One maker leaves it out of the face mask.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A maker&apos;s manual forbids current through the chest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A leaflet names sponge pads on the back; one maker names back and neck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None seen; a maker says hairy skin cannot be treated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A forehead electrode and face masks are sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A neck electrode is sold; one maker names back and neck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs of sponge-pocket or silicone pads are sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hand trays are sold by all makers seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pair of body electrodes is sold; the site is not named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A leaflet and a maker name pads in the groin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A maker&apos;s page on areas of use names the thighs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Foot trays are sold by all makers seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Day</source>
        <translation type="unfinished">Tag</translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished">Region</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation type="unfinished">Schweregrad</translation>
    </message>
    <message>
        <source>How it was entered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time of entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Triggers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat</source>
        <translation type="unfinished">Wärme</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation type="unfinished">Aktivität</translation>
    </message>
    <message>
        <source>Night sweat</source>
        <translation type="unfinished">Nachtschweiß</translation>
    </message>
    <message>
        <source>Interference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clothes changed</source>
        <translation type="unfinished">Kleiderwechsel</translation>
    </message>
    <message>
        <source>Showers</source>
        <translation type="unfinished">Duschen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished">Stichwörter</translation>
    </message>
    <message>
        <source>Note for the doctor</source>
        <translation type="unfinished">Notiz für die Praxis</translation>
    </message>
    <message>
        <source>Private note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation type="unfinished">Fragebogen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished">Punkte</translation>
    </message>
    <message>
        <source>Daily life score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Psychosocial score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation type="unfinished">Minuten</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished">Papier</translation>
    </message>
    <message>
        <source>Room temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes of rest</source>
        <translation type="unfinished">Ruhe (min)</translation>
    </message>
    <message>
        <source>At the clinic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or initials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Year of birth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Age when it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Others in the family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stops during sleep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both sides alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Episodes a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ICD-10 code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dominant hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hour at which the day ends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wording of the HDSS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Place in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bother</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last day of the induction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wet again from a severity of</source>
        <translation>Wieder nass ab einem Schweregrad von</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished">Regionen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contraindication</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismissed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maker</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveforms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows mA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phase</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days between sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished">Beginn</translation>
    </message>
    <message>
        <source>Current (mA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions at the anode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions at the cathode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current at the end (mA)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Volts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Minutes of the first half</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waveform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulse width (%)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Polarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Water temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Additive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose of the additive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Completed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason for stopping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sensation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skin cover</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Interruptions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Course</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reaction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Session</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Acts on all regions</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Complete diary (.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excel workbook (.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV tables in one archive (.zip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV tables in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>FHIR R4 bundle (.fhir.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Grammar</name>
    <message>
        <source>a</source>
        <translation>A</translation>
    </message>
</context>
<context>
    <name>Hand</name>
    <message>
        <source>left</source>
        <translation>links</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
</context>
<context>
    <name>Headline</name>
    <message>
        <source>Nothing has been rated yet.</source>
        <translation>Es ist noch nichts bewertet.</translation>
    </message>
    <message>
        <source>No session yet; {count} day is rated.</source>
        <translation>Noch keine Sitzung; {count} Tag ist bewertet.</translation>
    </message>
    <message>
        <source>No session yet; {count} days are rated.</source>
        <translation>Noch keine Sitzung; {count} Tage sind bewertet.</translation>
    </message>
    <message>
        <source>The treated region cannot be compared yet.</source>
        <translation>Die behandelte Region lässt sich noch nicht vergleichen.</translation>
    </message>
    <message>
        <source>None of {count} treated regions can be compared yet.</source>
        <translation>Keine von {count} behandelten Regionen lässt sich schon vergleichen.</translation>
    </message>
    <message>
        <source>Not counted in the headline, part of another region: {regions}.</source>
        <translation>In der Überschrift nicht gezählt, Teil einer anderen Region: {regions}.</translation>
    </message>
    <message>
        <source>Not counted in the headline, too near a treated region: {regions}.</source>
        <translation>In der Überschrift nicht gezählt, zu nah an einer behandelten Region: {regions}.</translation>
    </message>
    <message>
        <source>The treated region</source>
        <translation>Die behandelte Region</translation>
    </message>
    <message>
        <source>The one treated region that can be compared</source>
        <translation>Die einzige vergleichbare behandelte Region</translation>
    </message>
    <message>
        <source>before treatment</source>
        <translation>vor der Behandlung</translation>
    </message>
    <message>
        <source>in the baseline</source>
        <translation>im Basiszeitraum</translation>
    </message>
    <message>
        <source>{subject} sweats less than {before}.</source>
        <translation>{subject} schwitzt weniger als {before}.</translation>
    </message>
    <message>
        <source>{subject} sweats less than {before}: {region}, {amount} % less.</source>
        <translation>{subject} schwitzt weniger als {before}: {region}, {amount} % weniger.</translation>
    </message>
    <message>
        <source>{subject} sweats less than {before}: {region}, {amount:.1f} points of 10 less.</source>
        <translation>{subject} schwitzt weniger als {before}: {region}, {amount:.1f} von 10 Punkten weniger.</translation>
    </message>
    <message>
        <source>{subject} sweats more than {before}.</source>
        <translation>{subject} schwitzt mehr als {before}.</translation>
    </message>
    <message>
        <source>{subject} sweats more than {before}: {region}, {amount} % more.</source>
        <translation>{subject} schwitzt mehr als {before}: {region}, {amount} % mehr.</translation>
    </message>
    <message>
        <source>{subject} sweats more than {before}: {region}, {amount:.1f} points of 10 more.</source>
        <translation>{subject} schwitzt mehr als {before}: {region}, {amount:.1f} von 10 Punkten mehr.</translation>
    </message>
    <message>
        <source>{subject} shows less sweating, but not clearly enough to rule out chance.</source>
        <translation>{subject} zeigt weniger Schwitzen, aber nicht deutlich genug, um Zufall auszuschließen.</translation>
    </message>
    <message>
        <source>{subject} does not clearly sweat less than {before}.</source>
        <translation>{subject} schwitzt nicht eindeutig weniger als {before}.</translation>
    </message>
    <message>
        <source>1 of {all} treated regions sweats less than {before}.</source>
        <translation>1 von {all} behandelten Regionen schwitzt weniger als {before}.</translation>
    </message>
    <message>
        <source>1 of {all} treated regions sweats less than {before}: {region}, {amount} % less.</source>
        <translation>1 von {all} behandelten Regionen schwitzt weniger als {before}: {region}, {amount} % weniger.</translation>
    </message>
    <message>
        <source>1 of {all} treated regions sweats less than {before}: {region}, {amount:.1f} points of 10 less.</source>
        <translation>1 von {all} behandelten Regionen schwitzt weniger als {before}: {region}, {amount:.1f} von 10 Punkten weniger.</translation>
    </message>
    <message>
        <source>{count} of {all} treated regions sweat less than {before}.</source>
        <translation>{count} von {all} behandelten Regionen schwitzen weniger als {before}.</translation>
    </message>
    <message>
        <source>None of {all} treated regions clearly sweats less than {before}.</source>
        <translation>Keine von {all} behandelten Regionen schwitzt eindeutig weniger als {before}.</translation>
    </message>
    <message>
        <source>So far: {headline}</source>
        <translation>Bisher: {headline}</translation>
    </message>
    <message>
        <source>Provisional: {headline}</source>
        <translation>Vorläufig: {headline}</translation>
    </message>
    <message>
        <source>1 shows less sweating, but not clearly enough to be counted.</source>
        <translation>1 zeigt weniger Schwitzen, aber nicht deutlich genug, um gezählt zu werden.</translation>
    </message>
    <message>
        <source>{count} show less sweating, but not clearly enough to be counted.</source>
        <translation>{count} zeigen weniger Schwitzen, aber nicht deutlich genug, um gezählt zu werden.</translation>
    </message>
    <message>
        <source>1 more shows less sweating, but not clearly enough to be counted.</source>
        <translation>1 weitere zeigt weniger Schwitzen, aber nicht deutlich genug, um gezählt zu werden.</translation>
    </message>
    <message>
        <source>{count} more show less sweating, but not clearly enough to be counted.</source>
        <translation>{count} weitere zeigen weniger Schwitzen, aber nicht deutlich genug, um gezählt zu werden.</translation>
    </message>
    <message>
        <source>1 more treated region cannot be compared yet.</source>
        <translation>1 weitere behandelte Region lässt sich noch nicht vergleichen.</translation>
    </message>
    <message>
        <source>{count} more treated regions cannot be compared yet.</source>
        <translation>{count} weitere behandelte Regionen lassen sich noch nicht vergleichen.</translation>
    </message>
    <message>
        <source>1 treated region sweats more.</source>
        <translation>1 behandelte Region schwitzt mehr.</translation>
    </message>
    <message>
        <source>{count} treated regions sweat more.</source>
        <translation>{count} behandelte Regionen schwitzen mehr.</translation>
    </message>
    <message>
        <source>Largest fall: {region}, {amount} % less sweating.</source>
        <translation>Größter Rückgang: {region}, {amount} % weniger Schwitzen.</translation>
    </message>
    <message>
        <source>Largest fall: {region}, {amount:.1f} points of 10 less sweating.</source>
        <translation>Größter Rückgang: {region}, {amount:.1f} von 10 Punkten weniger Schwitzen.</translation>
    </message>
    <message>
        <source>Largest fall of those counted: {region}, {amount} % less sweating.</source>
        <translation>Größter Rückgang unter den gezählten: {region}, {amount} % weniger Schwitzen.</translation>
    </message>
    <message>
        <source>Largest fall of those counted: {region}, {amount:.1f} points of 10 less sweating.</source>
        <translation>Größter Rückgang unter den gezählten: {region}, {amount:.1f} von 10 Punkten weniger Schwitzen.</translation>
    </message>
    <message>
        <source>Largest fall in percent of those counted: {region}, {amount} % less sweating.</source>
        <translation>Größter prozentualer Rückgang unter den gezählten: {region}, {amount} % weniger Schwitzen.</translation>
    </message>
    <message>
        <source>It is the one that bothers most.</source>
        <translation>Diese Region belastet am stärksten.</translation>
    </message>
    <message>
        <source>The one that bothers most, {region}: {amount} % less sweating.</source>
        <translation>Am stärksten belastende Region, {region}: {amount} % weniger Schwitzen.</translation>
    </message>
    <message>
        <source>The one that bothers most, {region}: {amount:.1f} points of 10 less sweating.</source>
        <translation>Am stärksten belastende Region, {region}: {amount:.1f} von 10 Punkten weniger Schwitzen.</translation>
    </message>
    <message>
        <source>The one that bothers most, {region}: {amount} % less sweating, but not clearly enough to be counted.</source>
        <translation>Am stärksten belastende Region, {region}: {amount} % weniger Schwitzen, aber nicht deutlich genug, um gezählt zu werden.</translation>
    </message>
    <message>
        <source>The one that bothers most, {region}: {amount:.1f} points of 10 less sweating, but not clearly enough to be counted.</source>
        <translation>Am stärksten belastende Region, {region}: {amount:.1f} von 10 Punkten weniger Schwitzen, aber nicht deutlich genug, um gezählt zu werden.</translation>
    </message>
    <message>
        <source>The one that bothers most, {region}: {amount} % more sweating.</source>
        <translation>Am stärksten belastende Region, {region}: {amount} % mehr Schwitzen.</translation>
    </message>
    <message>
        <source>The one that bothers most, {region}: {amount:.1f} points of 10 more sweating.</source>
        <translation>Am stärksten belastende Region, {region}: {amount:.1f} von 10 Punkten mehr Schwitzen.</translation>
    </message>
    <message>
        <source>The one that bothers most, {region}: no clear change.</source>
        <translation>Am stärksten belastende Region, {region}: keine eindeutige Änderung.</translation>
    </message>
    <message>
        <source>The untreated region did not change clearly.</source>
        <translation>Die unbehandelte Region änderte sich nicht eindeutig.</translation>
    </message>
    <message>
        <source>The {count} untreated regions did not change clearly.</source>
        <translation>Die {count} unbehandelten Regionen änderten sich nicht eindeutig.</translation>
    </message>
    <message>
        <source>The untreated region sweats less as well.</source>
        <translation>Die unbehandelte Region schwitzt ebenfalls weniger.</translation>
    </message>
    <message>
        <source>The untreated region sweats less.</source>
        <translation>Die unbehandelte Region schwitzt weniger.</translation>
    </message>
    <message>
        <source>1 of {all} untreated regions sweats less as well.</source>
        <translation>1 von {all} unbehandelten Regionen schwitzt ebenfalls weniger.</translation>
    </message>
    <message>
        <source>1 of {all} untreated regions sweats less.</source>
        <translation>1 von {all} unbehandelten Regionen schwitzt weniger.</translation>
    </message>
    <message>
        <source>{count} of {all} untreated regions sweat less as well.</source>
        <translation>{count} von {all} unbehandelten Regionen schwitzen ebenfalls weniger.</translation>
    </message>
    <message>
        <source>{count} of {all} untreated regions sweat less.</source>
        <translation>{count} von {all} unbehandelten Regionen schwitzen weniger.</translation>
    </message>
    <message>
        <source>The untreated region sweats more.</source>
        <translation>Die unbehandelte Region schwitzt mehr.</translation>
    </message>
    <message>
        <source>1 of {all} untreated regions sweats more.</source>
        <translation>1 von {all} unbehandelten Regionen schwitzt mehr.</translation>
    </message>
    <message>
        <source>{count} of {all} untreated regions sweat more.</source>
        <translation>{count} von {all} unbehandelten Regionen schwitzen mehr.</translation>
    </message>
    <message>
        <source>1 more treated region lies within a counted one and is not counted again.</source>
        <translation>1 weitere behandelte Region liegt in einer gezählten und wird nicht noch einmal gezählt.</translation>
    </message>
    <message>
        <source>{count} more treated regions lie within counted ones and are not counted again.</source>
        <translation>{count} weitere behandelte Regionen liegen in gezählten und werden nicht noch einmal gezählt.</translation>
    </message>
    <message>
        <source>{first} {others}</source>
        <translation>{first} {others}</translation>
    </message>
</context>
<context>
    <name>Heat</name>
    <message>
        <source>cool</source>
        <translation>kühl</translation>
    </message>
    <message>
        <source>warm</source>
        <translation>warm</translation>
    </message>
    <message>
        <source>hot</source>
        <translation>heiß</translation>
    </message>
</context>
<context>
    <name>Judgement</name>
    <message>
        <source>There is no session yet.</source>
        <translation>Noch keine Sitzung.</translation>
    </message>
    <message>
        <source>Too early to judge. Days since the first session: {days}, at least {least_days} are needed. Days with a session of the same region: {sessions}, at least {least_sessions} are needed.</source>
        <translation>Für ein Urteil zu früh. Tage seit der ersten Sitzung: {days}, nötig sind mindestens {least_days}. Tage mit einer Sitzung derselben Region: {sessions}, nötig sind mindestens {least_sessions}.</translation>
    </message>
    <message>
        <source>Days since the first session: {days}. Days with a session of the same region: {sessions}. The ratings do not tell whether there is a change.</source>
        <translation>Tage seit der ersten Sitzung: {days}. Tage mit einer Sitzung derselben Region: {sessions}. Die Bewertungen lassen nicht erkennen, ob sich etwas geändert hat.</translation>
    </message>
    <message>
        <source>Days since the first session: {days}. Days with a session of the same region: {sessions}. The ratings show less sweating than {before}.</source>
        <translation>Tage seit der ersten Sitzung: {days}. Tage mit einer Sitzung derselben Region: {sessions}. Die Bewertungen zeigen weniger Schwitzen als {before}.</translation>
    </message>
    <message>
        <source>Time to talk to your dermatologist. Days since the first session: {days}. Days with a session of the same region: {sessions}. The ratings do not show less sweating than {before}.</source>
        <translation>Zeit für ein Gespräch in der Hautarztpraxis. Tage seit der ersten Sitzung: {days}. Tage mit einer Sitzung derselben Region: {sessions}. Die Bewertungen zeigen nicht weniger Schwitzen als {before}.</translation>
    </message>
    <message>
        <source>Days since the first session: {days}. Days with a session of the same region: {sessions}. The baseline chosen reaches into the treatment, so the ratings are not compared with the time before it.</source>
        <translation>Tage seit der ersten Sitzung: {days}. Tage mit einer Sitzung derselben Region: {sessions}. Der gewählte Basiszeitraum reicht in die Behandlung hinein, daher werden die Bewertungen nicht mit der Zeit davor verglichen.</translation>
    </message>
    <message>
        <source>before the first session</source>
        <translation>vor der ersten Sitzung</translation>
    </message>
    <message>
        <source>before the first treatment ({first} to {last})</source>
        <translation>vor der ersten Behandlung ({first} bis {last})</translation>
    </message>
    <message>
        <source>before the first treatment of the same region</source>
        <translation>vor der ersten Behandlung derselben Region</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Followed regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baselines that were set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ends of induction that were set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity from which a region is wet again</source>
        <translation>Schweregrad, ab dem eine Region wieder nass ist</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Days and their notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questionnaires</source>
        <translation type="unfinished">Fragebögen</translation>
    </message>
    <message>
        <source>Weighings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Applicators at hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Courses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation type="unfinished">Sitzungen</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation type="unfinished">Reaktionen</translation>
    </message>
    <message>
        <source>Co-treatments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events</source>
        <translation type="unfinished">Ereignisse</translation>
    </message>
    <message>
        <source>Answers of the checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions for the visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>English</source>
        <translation>Deutsch</translation>
    </message>
</context>
<context>
    <name>List</name>
    <message>
        <source>{first}, {others}</source>
        <translation>{first}, {others}</translation>
    </message>
</context>
<context>
    <name>Month</name>
    <message>
        <source>Jan</source>
        <translation>Jan.</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>Feb.</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>März</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>Apr.</translation>
    </message>
    <message>
        <source>May</source>
        <translation>Mai</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>Juni</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>Juli</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>Aug.</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>Sep.</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>Okt.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>Nov.</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>Dez.</translation>
    </message>
</context>
<context>
    <name>NightSweat</name>
    <message>
        <source>none</source>
        <translation>keines</translation>
    </message>
    <message>
        <source>mild</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>drenched, nightwear changed</source>
        <translation>durchnässt, Nachtwäsche gewechselt</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>skin reaction: stop and ask</source>
        <translation>Hautreaktion: aufhören und nachfragen</translation>
    </message>
    <message>
        <source>something to show a doctor</source>
        <translation>ärztlich abzuklären</translation>
    </message>
    <message>
        <source>contraindication answered yes</source>
        <translation>Kontraindikation bejaht</translation>
    </message>
    <message>
        <source>weekly question passed over</source>
        <translation>Wochenfrage übergangen</translation>
    </message>
    <message>
        <source>current above the ceiling</source>
        <translation>Stromstärke über der Obergrenze</translation>
    </message>
    <message>
        <source>short session</source>
        <translation>kurze Sitzung</translation>
    </message>
    <message>
        <source>many sessions</source>
        <translation>viele Sitzungen</translation>
    </message>
    <message>
        <source>aluminium chloride on the day of a session</source>
        <translation>Aluminiumchlorid am Tag einer Sitzung</translation>
    </message>
    <message>
        <source>skin reaction still open</source>
        <translation>Hautreaktion noch offen</translation>
    </message>
    <message>
        <source>checklist to be answered</source>
        <translation>Checkliste zu beantworten</translation>
    </message>
</context>
<context>
    <name>Number</name>
    <message>
        <source>.</source>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>Patients</name>
    <message>
        <source>adults</source>
        <translation>Erwachsene</translation>
    </message>
    <message>
        <source>children</source>
        <translation>Kinder</translation>
    </message>
    <message>
        <source>age not stated</source>
        <translation>Alter nicht angegeben</translation>
    </message>
</context>
<context>
    <name>Phase</name>
    <message>
        <source>induction</source>
        <translation>Initialphase</translation>
    </message>
    <message>
        <source>maintenance</source>
        <translation>Erhaltungstherapie</translation>
    </message>
    <message>
        <source>top-up</source>
        <translation>Auffrischung</translation>
    </message>
</context>
<context>
    <name>Planning</name>
    <message>
        <source>Rate {count} more day before the first session: with fewer than {goal} rated days no change can be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {count} more days before the first session: with fewer than {goal} rated days no change can be given.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {count} more day before the first session: with fewer than {goal} rated days a change stays provisional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {count} more days before the first session: with fewer than {goal} rated days a change stays provisional.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {count} more day before the first session to reach the {goal} days that are recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate {count} more days before the first session to reach the {goal} days that are recommended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{goal} days or more are rated before the first session, as recommended; further days narrow the likely range.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated in the last {span} days: {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rated in the last {span} days: {fewest} to {most}, depending on the region.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With {enough} days before the first session an improvement of a third is seen 3 times out of 4; with {few} days less than half of the time (simulated diaries).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only one region is rated. One or two more that stay untreated would show what weather and stress do in the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every rated region is planned for treatment. One or two rated regions that stay untreated would show what weather and stress do in the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One or two regions that are rated and stay untreated show what weather and stress do in the same days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions can begin one after the other, for example the palms first and the soles {days} days later. Until the later one begins, the earlier one can be compared with it as with an untreated region; after that only regions that stay untreated show what weather and stress do. A change that follows each start is stronger evidence than one start; standards for single cases ask for three (multiple-baseline design, Kratochwill et al. 2010).</source>
        <translation>Regionen können nacheinander beginnen, zum Beispiel zuerst die Handflächen und {days} Tage später die Fußsohlen. Bis die spätere beginnt, lässt sich die frühere mit ihr wie mit einer unbehandelten Region vergleichen; danach zeigen nur noch Regionen, die unbehandelt bleiben, was Wetter und Stress tun. Eine Änderung nach jedem Beginn ist ein stärkerer Hinweis als ein einziger Beginn; Standards für Einzelfälle verlangen drei (Multiple-Baseline-Design, Kratochwill et al. 2010).</translation>
    </message>
</context>
<context>
    <name>Polarity</name>
    <message>
        <source>not reversed</source>
        <translation>ohne Umpolung</translation>
    </message>
    <message>
        <source>reversed at half time</source>
        <translation>Umpolung zur Halbzeit</translation>
    </message>
    <message>
        <source>reversed from session to session</source>
        <translation>Umpolung von Sitzung zu Sitzung</translation>
    </message>
</context>
<context>
    <name>Quality</name>
    <message>
        <source>Baseline {baseline} ({before} of {before_possible} days rated) · now {latest} ({now} of {now_possible} days) · {sessions}</source>
        <translation>Basiszeitraum {baseline} ({before} von {before_possible} Tagen bewertet) · jetzt {latest} ({now} von {now_possible} Tagen) · {sessions}</translation>
    </message>
    <message>
        <source>Baseline {baseline} ({before} of {before_possible} days rated) · so far {latest} ({now} of {now_possible} days) · {sessions}</source>
        <translation>Basiszeitraum {baseline} ({before} von {before_possible} Tagen bewertet) · bisher {latest} ({now} von {now_possible} Tagen) · {sessions}</translation>
    </message>
    <message>
        <source>{span} ({rated} of {possible} days rated) · {sessions}</source>
        <translation>{span} ({rated} von {possible} Tagen bewertet) · {sessions}</translation>
    </message>
    <message>
        <source>{span} (1 day rated) · {sessions}</source>
        <translation>{span} (1 Tag bewertet) · {sessions}</translation>
    </message>
    <message>
        <source>no day rated · {sessions}</source>
        <translation>kein Tag bewertet · {sessions}</translation>
    </message>
    <message>
        <source>{done} of {planned} planned sessions</source>
        <translation>{done} von {planned} geplanten Sitzungen</translation>
    </message>
    <message>
        <source>{done} of 1 planned session</source>
        <translation>{done} von 1 geplanten Sitzung</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 Sitzung</translation>
    </message>
    <message>
        <source>{done} sessions</source>
        <translation>{done} Sitzungen</translation>
    </message>
    <message>
        <source>Days entered on the day itself: {same_day} of {timed} · {gap}</source>
        <translation>Am selben Tag eingetragene Tage: {same_day} von {timed} · {gap}</translation>
    </message>
    <message>
        <source>longest gap without a rating: {count} days</source>
        <translation>längste Lücke ohne Bewertung: {count} Tage</translation>
    </message>
    <message>
        <source>longest gap without a rating: 1 day</source>
        <translation>längste Lücke ohne Bewertung: 1 Tag</translation>
    </message>
    <message>
        <source>Longest gap without a rating: {count} days</source>
        <translation>Längste Lücke ohne Bewertung: {count} Tage</translation>
    </message>
    <message>
        <source>Longest gap without a rating: 1 day</source>
        <translation>Längste Lücke ohne Bewertung: 1 Tag</translation>
    </message>
</context>
<context>
    <name>Rating</name>
    <message>
        <source>not applicable</source>
        <translation>entfällt</translation>
    </message>
</context>
<context>
    <name>Reach</name>
    <message>
        <source>reached by what you have</source>
        <translation>mit Vorhandenem erreichbar</translation>
    </message>
    <message>
        <source>an applicator for this region is sold</source>
        <translation>ein Applikator für diese Region ist erhältlich</translation>
    </message>
    <message>
        <source>only a special or universal applicator is sold</source>
        <translation>nur ein Spezial- oder Universalapplikator ist erhältlich</translation>
    </message>
    <message>
        <source>no applicator for this region was found</source>
        <translation>kein Applikator für diese Region gefunden</translation>
    </message>
    <message>
        <source>a maker&apos;s manual forbids current through the chest</source>
        <translation>eine Herstelleranleitung untersagt Strom durch den Brustkorb</translation>
    </message>
</context>
<context>
    <name>Reaction</name>
    <message>
        <source>tingling or burning</source>
        <translation>Kribbeln oder Brennen</translation>
    </message>
    <message>
        <source>redness</source>
        <translation>Rötung</translation>
    </message>
    <message>
        <source>itch</source>
        <translation>Juckreiz</translation>
    </message>
    <message>
        <source>dry or cracked skin</source>
        <translation>trockene oder rissige Haut</translation>
    </message>
    <message>
        <source>small blisters</source>
        <translation>Bläschen</translation>
    </message>
    <message>
        <source>irritation at the water line</source>
        <translation>Reizung am Wasserrand</translation>
    </message>
    <message>
        <source>pin-prick bruising</source>
        <translation>punktförmige Blutungen</translation>
    </message>
    <message>
        <source>electric shock</source>
        <translation>Stromschlag</translation>
    </message>
    <message>
        <source>burn</source>
        <translation>Verbrennung</translation>
    </message>
    <message>
        <source>broken skin</source>
        <translation>offene Hautstelle</translation>
    </message>
    <message>
        <source>pigmentation</source>
        <translation>Pigmentveränderung</translation>
    </message>
    <message>
        <source>tingling spreading into the limb</source>
        <translation>in den Arm oder das Bein ziehendes Kribbeln</translation>
    </message>
    <message>
        <source>dry mouth or throat</source>
        <translation>Trockenheit in Mund oder Rachen</translation>
    </message>
    <message>
        <source>blurred vision</source>
        <translation>verschwommenes Sehen</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
</context>
<context>
    <name>Region</name>
    <message>
        <source>Scalp</source>
        <translation>Kopfhaut</translation>
    </message>
    <message>
        <source>Face</source>
        <translation>Gesicht</translation>
    </message>
    <message>
        <source>Forehead</source>
        <translation>Stirn</translation>
    </message>
    <message>
        <source>Nose</source>
        <translation>Nase</translation>
    </message>
    <message>
        <source>Right cheek</source>
        <translation>Wange rechts</translation>
    </message>
    <message>
        <source>Left cheek</source>
        <translation>Wange links</translation>
    </message>
    <message>
        <source>Upper lip</source>
        <translation>Oberlippe</translation>
    </message>
    <message>
        <source>Chin</source>
        <translation>Kinn</translation>
    </message>
    <message>
        <source>Front of the neck</source>
        <translation>Hals vorn</translation>
    </message>
    <message>
        <source>Back of the neck</source>
        <translation>Nacken</translation>
    </message>
    <message>
        <source>Right armpit</source>
        <translation>Achsel rechts</translation>
    </message>
    <message>
        <source>Left armpit</source>
        <translation>Achsel links</translation>
    </message>
    <message>
        <source>Right upper arm</source>
        <translation>Oberarm rechts</translation>
    </message>
    <message>
        <source>Left upper arm</source>
        <translation>Oberarm links</translation>
    </message>
    <message>
        <source>Right elbow crease</source>
        <translation>Ellenbeuge rechts</translation>
    </message>
    <message>
        <source>Left elbow crease</source>
        <translation>Ellenbeuge links</translation>
    </message>
    <message>
        <source>Right forearm</source>
        <translation>Unterarm rechts</translation>
    </message>
    <message>
        <source>Left forearm</source>
        <translation>Unterarm links</translation>
    </message>
    <message>
        <source>Right palm</source>
        <translation>Handfläche rechts</translation>
    </message>
    <message>
        <source>Left palm</source>
        <translation>Handfläche links</translation>
    </message>
    <message>
        <source>Back of the right hand</source>
        <translation>Handrücken rechts</translation>
    </message>
    <message>
        <source>Back of the left hand</source>
        <translation>Handrücken links</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>Brust</translation>
    </message>
    <message>
        <source>Under the right breast</source>
        <translation>Unterbrust rechts</translation>
    </message>
    <message>
        <source>Under the left breast</source>
        <translation>Unterbrust links</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>Bauch</translation>
    </message>
    <message>
        <source>Upper back</source>
        <translation>Oberer Rücken</translation>
    </message>
    <message>
        <source>Lower back</source>
        <translation>Unterer Rücken</translation>
    </message>
    <message>
        <source>Right groin</source>
        <translation>Leiste rechts</translation>
    </message>
    <message>
        <source>Left groin</source>
        <translation>Leiste links</translation>
    </message>
    <message>
        <source>Genital area</source>
        <translation>Genitalbereich</translation>
    </message>
    <message>
        <source>Right buttock</source>
        <translation>Gesäß rechts</translation>
    </message>
    <message>
        <source>Left buttock</source>
        <translation>Gesäß links</translation>
    </message>
    <message>
        <source>Right thigh</source>
        <translation>Oberschenkel rechts</translation>
    </message>
    <message>
        <source>Left thigh</source>
        <translation>Oberschenkel links</translation>
    </message>
    <message>
        <source>Hollow of the right knee</source>
        <translation>Kniekehle rechts</translation>
    </message>
    <message>
        <source>Hollow of the left knee</source>
        <translation>Kniekehle links</translation>
    </message>
    <message>
        <source>Right lower leg</source>
        <translation>Unterschenkel rechts</translation>
    </message>
    <message>
        <source>Left lower leg</source>
        <translation>Unterschenkel links</translation>
    </message>
    <message>
        <source>Top of the right foot</source>
        <translation>Fußrücken rechts</translation>
    </message>
    <message>
        <source>Top of the left foot</source>
        <translation>Fußrücken links</translation>
    </message>
    <message>
        <source>Right sole</source>
        <translation>Fußsohle rechts</translation>
    </message>
    <message>
        <source>Left sole</source>
        <translation>Fußsohle links</translation>
    </message>
</context>
<context>
    <name>RegionGroup</name>
    <message>
        <source>Head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>Hals</translation>
    </message>
    <message>
        <source>Arms</source>
        <translation>Arme</translation>
    </message>
    <message>
        <source>Hands</source>
        <translation>Hände</translation>
    </message>
    <message>
        <source>Trunk</source>
        <translation>Rumpf</translation>
    </message>
    <message>
        <source>Legs</source>
        <translation>Beine</translation>
    </message>
    <message>
        <source>Feet</source>
        <translation>Füße</translation>
    </message>
</context>
<context>
    <name>Reminder</name>
    <message>
        <source>Iontophoresis: {course}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iontophoresis</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>Sweating and iontophoresis: summary for the doctor</source>
        <translation>Schwitzen und Iontophorese: zum Arztbesuch</translation>
    </message>
    <message>
        <source>R and L are the patient&apos;s own. Plain skin: not rated.</source>
        <translation>R und L aus Sicht der betroffenen Person. Hautfarbene Flächen: nicht bewertet.</translation>
    </message>
    <message>
        <source>Self-reported diary, not a measurement and not a diagnosis · Drymap {version}</source>
        <translation>Tagebuch nach Selbstauskunft, keine Messung, keine Diagnose · Drymap {version}</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>Seite {page} von {pages}</translation>
    </message>
    <message>
        <source>Continued from the first page</source>
        <translation>Fortsetzung von der ersten Seite</translation>
    </message>
    <message>
        <source>How the numbers are made</source>
        <translation>Wie die Zahlen entstehen</translation>
    </message>
    <message>
        <source>born {year}</source>
        <translation>geb. {year}</translation>
    </message>
    <message>
        <source>since the age of {age}</source>
        <translation>seit dem Alter von {age} Jahren</translation>
    </message>
    <message>
        <source>{count} episodes a week</source>
        <translation>{count} Schwitzepisoden pro Woche</translation>
    </message>
    <message>
        <source>both sides alike</source>
        <translation>beidseits gleich</translation>
    </message>
    <message>
        <source>sides differ</source>
        <translation>Seiten verschieden</translation>
    </message>
    <message>
        <source>others in the family</source>
        <translation>familiär gehäuft</translation>
    </message>
    <message>
        <source>nobody else in the family</source>
        <translation>sonst niemand in der Familie</translation>
    </message>
    <message>
        <source>stops during sleep</source>
        <translation>sistiert im Schlaf</translation>
    </message>
    <message>
        <source>goes on during sleep</source>
        <translation>auch im Schlaf</translation>
    </message>
    <message>
        <source>Simulated data, not a patient</source>
        <translation>Simulierte Daten, keine echte Person</translation>
    </message>
    <message>
        <source>printed {day}</source>
        <translation>gedruckt am {day}</translation>
    </message>
    <message>
        <source>entered later</source>
        <translation>nachträglich eingetragen</translation>
    </message>
    <message>
        <source>entered the same day</source>
        <translation>am selben Tag eingetragen</translation>
    </message>
    <message>
        <source>{share} % of them entered the same day</source>
        <translation>davon {share} % am selben Tag eingetragen</translation>
    </message>
    <message>
        <source>no day rated, only “not applicable” entered</source>
        <translation>kein Tag bewertet, nur „entfällt“ eingetragen</translation>
    </message>
    <message>
        <source>no day of this period rated</source>
        <translation>kein Tag dieses Zeitraums bewertet</translation>
    </message>
    <message>
        <source>no day rated yet</source>
        <translation>noch kein Tag bewertet</translation>
    </message>
    <message>
        <source>1 day rated, {first}</source>
        <translation>1 Tag bewertet, {first}</translation>
    </message>
    <message>
        <source>1 day rated</source>
        <translation>1 Tag bewertet</translation>
    </message>
    <message>
        <source>{rated} of {possible} days rated</source>
        <translation>{rated} von {possible} Tagen bewertet</translation>
    </message>
    <message>
        <source>most sessions; no room for other regions</source>
        <translation>meiste Sitzungen; kein Platz für weitere</translation>
    </message>
    <message>
        <source>time of entry unknown</source>
        <translation>Zeitpunkt der Eingabe unbekannt</translation>
    </message>
    <message>
        <source>The patient rated the worst sweating of each day and region from 0 (dry) to 10.</source>
        <translation>Selbst bewertet: das stärkste Schwitzen je Tag und Region von 0 (trocken) bis 10.</translation>
    </message>
    <message>
        <source>Baseline: the rated days among the last 28 before the first session of the region. Now: those among the last 28 up to the last entry, after the induction (first session to the 12th or to day 28); while fewer than 5 of these are rated, the last 14 days. Regions without a session: the days of the region treated first. Days without a rating are left out, never counted as dry. A mean needs 5 rated days, a percentage a baseline of 2 or more. After more than 35 days without a session a restart has its own induction.</source>
        <translation>Basiswert: die bewerteten der letzten 28 Tage vor der ersten Sitzung der Region. Jetzt: die der letzten 28 Tage bis zum letzten Eintrag nach der Initialphase (erste bis 12. Sitzung oder bis Tag 28); bei weniger als 5 davon die letzten 14 Tage. Unbehandelte Regionen: die Tage der zuerst behandelten. Tage ohne Bewertung zählen nicht, auch nie als trocken. Ein Mittel braucht 5 bewertete Tage, ein Prozentwert einen Basiswert ab 2. Nach über 35 Tagen Pause beginnt eine neue Initialphase.</translation>
    </message>
    <message>
        <source>Intervals: Fieller&apos;s, for the ratio of two means, with one autocorrelation of days over all regions; the headline counts a region after Holm&apos;s correction for the number of treated regions.</source>
        <translation>Intervalle: nach Fieller, für das Verhältnis zweier Mittel, mit gemeinsamer Autokorrelation der Tage; oben gezählt nach Holm-Korrektur.</translation>
    </message>
    <message>
        <source>A fall is not proof of effect: in published trials groups on sham or vehicle fell by 31–58 % (vehicle cloth 31–35 %, diary score, ATMOS-1 and -2; sham iontophoresis 39 %, sweat rate, Kim 2017; vehicle gel 44–58 %, gravimetry, CARDIGAN 1 and 2).</source>
        <translation>Ein Rückgang ist kein Beweis einer Wirkung: In Studien betrug er unter Schein oder Vehikel 31–58 % (Vehikel-Tuch 31–35 %, Tagebuch-Score, ATMOS-1 und -2; Schein-Iontophorese 39 %, Schweißrate, Kim 2017; Vehikel-Gel 44–58 %, Gravimetrie, CARDIGAN 1 und 2).</translation>
    </message>
    <message>
        <source>continued on the next page: {parts}</source>
        <translation>Fortsetzung auf der nächsten Seite: {parts}</translation>
    </message>
    <message>
        <source>{share} % of {timed} timed ones entered the same day</source>
        <translation>{share} % von {timed} mit Zeitangabe am selben Tag eingetragen</translation>
    </message>
    <message>
        <source>sessions: {count}</source>
        <translation>Sitzungen: {count}</translation>
    </message>
    <message>
        <source>{done} of {planned} planned sessions, {count} in all</source>
        <translation>{done} von {planned} geplanten Sitzungen, insgesamt {count}</translation>
    </message>
    <message>
        <source>no session in this period</source>
        <translation>keine Sitzung in diesem Zeitraum</translation>
    </message>
    <message>
        <source>no session entered</source>
        <translation>keine Sitzung eingetragen</translation>
    </message>
    <message>
        <source>Over time: no region was rated on enough days of this period to draw a line.</source>
        <translation>Verlauf: Keine Region wurde in diesem Zeitraum an genug Tagen für eine Linie bewertet.</translation>
    </message>
    <message>
        <source>Left out by the patient&apos;s choice: {sections}.</source>
        <translation>Auf eigenen Wunsch weggelassen: {sections}.</translation>
    </message>
    <message>
        <source>On the body</source>
        <translation>Am Körper</translation>
    </message>
    <message>
        <source>{region} over time</source>
        <translation>{region} im Verlauf</translation>
    </message>
    <message>
        <source>{region} after a session</source>
        <translation>{region} nach einer Sitzung</translation>
    </message>
    <message>
        <source>Rank 1: lowest mean. Not ranked: under {days} days or {sessions} sessions, too few rated days, or mostly in the induction. Other things may have changed at the same time.</source>
        <translation>Rang 1: niedrigstes Mittel. Ohne Rang: unter {days} Tagen oder {sessions} Sitzungen, zu wenige bewertete Tage oder überwiegend in der Initialphase. Zur selben Zeit kann sich anderes geändert haben.</translation>
    </message>
    <message>
        <source>Earlier periods: {count}, on the next page.</source>
        <translation>Frühere Zeiträume: {count}, auf der nächsten Seite.</translation>
    </message>
    <message>
        <source>Settings now: {settings}</source>
        <translation>Aktuell: {settings}</translation>
    </message>
    <message>
        <source>{region}: {settings}</source>
        <translation>{region}: {settings}</translation>
    </message>
    <message>
        <source>Sessions stopped early: {count}.</source>
        <translation>Vorzeitig beendete Sitzungen: {count}.</translation>
    </message>
    <message>
        <source>No session was logged, so there are no settings to compare.</source>
        <translation>Keine Sitzung eingetragen, daher gibt es keine Einstellungen zu vergleichen.</translation>
    </message>
    <message>
        <source>Periods of constant settings</source>
        <translation>Zeiträume mit gleichen Einstellungen</translation>
    </message>
    <message>
        <source>Periods of constant settings: {regions}</source>
        <translation>Gleiche Einstellungen: {regions}</translation>
    </message>
    <message>
        <source>{unit} · in all periods: {settings}</source>
        <translation>{unit} · durchgehend: {settings}</translation>
    </message>
    <message>
        <source>sessions done of planned, mean severity 0–10 (days rated)</source>
        <translation>durchgeführt von geplant, Mittel 0–10 (bewertete Tage)</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>{done} of {planned}</source>
        <translation>{done} von {planned}</translation>
    </message>
    <message>
        <source>and {count} more, on a later page</source>
        <translation>und {count} weitere, auf einer späteren Seite</translation>
    </message>
    <message>
        <source>Also used</source>
        <translation>Weitere Behandlungen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Contraindications</source>
        <translation>Kontraindikationen</translation>
    </message>
    <message>
        <source>Signs to look at</source>
        <translation>Warnzeichen</translation>
    </message>
    <message>
        <source>Nothing entered</source>
        <translation>Ohne Eintrag</translation>
    </message>
    <message>
        <source>My questions</source>
        <translation>Meine Fragen</translation>
    </message>
    <message>
        <source>Notes for the doctor</source>
        <translation>Notizen für die Praxis</translation>
    </message>
    <message>
        <source>{day}: the diary pointed to {sign}</source>
        <translation>{day}: Hinweis des Tagebuchs auf {sign}</translation>
    </message>
    <message>
        <source>None by the program&apos;s rules (nights, one side, all over, late onset), as far as the diary tells.</source>
        <translation>Keines nach den Programmregeln (nachts, einseitig, überall, später Beginn), soweit im Tagebuch ersichtlich.</translation>
    </message>
    <message>
        <source>None by the program&apos;s rules; too little entered for: {rules}.</source>
        <translation>Keines nach den Programmregeln; zu wenig eingetragen für: {rules}.</translation>
    </message>
    <message>
        <source>Too little entered to tell: {rules}.</source>
        <translation>Zu wenig eingetragen für eine Aussage: {rules}.</translation>
    </message>
    <message>
        <source>nights</source>
        <translation>nächtliches Schwitzen</translation>
    </message>
    <message>
        <source>one side, all over</source>
        <translation>einseitig, überall</translation>
    </message>
    <message>
        <source>age of onset</source>
        <translation>Alter bei Beginn</translation>
    </message>
    <message>
        <source>sweating that drenches at night</source>
        <translation>durchnässendes nächtliches Schwitzen</translation>
    </message>
    <message>
        <source>sweating of one side</source>
        <translation>einseitiges Schwitzen</translation>
    </message>
    <message>
        <source>sweating all over that is new</source>
        <translation>neu aufgetretenes Schwitzen am ganzen Körper</translation>
    </message>
    <message>
        <source>a late onset</source>
        <translation>späten Beginn</translation>
    </message>
    <message>
        <source>something to show a doctor</source>
        <translation>ärztlich Abzuklärendes</translation>
    </message>
    <message>
        <source>Ask before treatment: {item} ({answer}, {day})</source>
        <translation>Vor Behandlung klären: {item} ({answer}, {day})</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Nicht ausgefüllt</translation>
    </message>
    <message>
        <source>None answered yes or not sure ({days})</source>
        <translation>Keine mit Ja oder Unsicher beantwortet ({days})</translation>
    </message>
    <message>
        <source>All others answered no ({days})</source>
        <translation>Alle anderen mit Nein beantwortet ({days})</translation>
    </message>
    <message>
        <source>Only {count} of {all} answered ({days})</source>
        <translation>Nur {count} von {all} beantwortet ({days})</translation>
    </message>
    <message>
        <source>Only {count} of {all} answered, none yes or not sure ({days})</source>
        <translation>Nur {count} von {all} beantwortet, keine mit Ja oder Unsicher ({days})</translation>
    </message>
    <message>
        <source>severity {severity} of 3</source>
        <translation>Schweregrad {severity} von 3</translation>
    </message>
    <message>
        <source>since {day}, not marked as gone</source>
        <translation>seit {day}, nicht als abgeklungen vermerkt</translation>
    </message>
    <message>
        <source>Open: {reaction}</source>
        <translation>Offen: {reaction}</translation>
    </message>
    <message>
        <source>{name}: {now} ({now_day})</source>
        <translation>{name}: {now} ({now_day})</translation>
    </message>
    <message>
        <source>{name}: {then} ({then_day}) → {now} ({now_day})</source>
        <translation>{name}: {then} ({then_day}) → {now} ({now_day})</translation>
    </message>
    <message>
        <source>{day}: {note}</source>
        <translation>{day}: {note}</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>seit {day}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>bis {day}</translation>
    </message>
    <message>
        <source>Body</source>
        <translation>Körper</translation>
    </message>
    <message>
        <source>Charts over time</source>
        <translation>Verlaufsdiagramme</translation>
    </message>
    <message>
        <source>Contraindications and red flags</source>
        <translation>Kontraindikationen und Warnzeichen</translation>
    </message>
    <message>
        <source>Other treatments and events</source>
        <translation>Weitere Behandlungen und Ereignisse</translation>
    </message>
    <message>
        <source>Questions and notes for the doctor</source>
        <translation>Fragen und Notizen für die Praxis</translation>
    </message>
    <message>
        <source>worst severity 0–10, the latest day first</source>
        <translation>Tagesmaximum 0–10, der letzte Tag zuerst</translation>
    </message>
    <message>
        <source>Blank: not rated. Days without any entry are not listed.</source>
        <translation>Leer: nicht bewertet. Tage ohne Eintrag sind nicht aufgeführt.</translation>
    </message>
    <message>
        <source>{mark} marked as not applicable.</source>
        <translation>{mark} als „entfällt“ vermerkt.</translation>
    </message>
    <message>
        <source>{mark} a session of this region on that day.</source>
        <translation>{mark} an diesem Tag eine Sitzung dieser Region.</translation>
    </message>
    <message>
        <source>as entered, the latest first; blank: not noted</source>
        <translation>wie eingetragen, neueste zuerst; leer: nicht vermerkt</translation>
    </message>
    <message>
        <source>Nothing noted in this period.</source>
        <translation>In diesem Zeitraum nichts vermerkt.</translation>
    </message>
    <message>
        <source>Nothing noted in this period of: {titles}.</source>
        <translation>In diesem Zeitraum nichts vermerkt zu: {titles}.</translation>
    </message>
    <message>
        <source>Daily life in numbers</source>
        <translation>Alltag in Zahlen</translation>
    </message>
    <message>
        <source>only days on which it was noted</source>
        <translation>nur Tage mit Vermerk</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Days noted</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>Vermerkt</translation>
    </message>
    <message>
        <source>Interference 0–10</source>
        <translation>Beeinträchtigung 0–10</translation>
    </message>
    <message>
        <source>Clothes changed</source>
        <translation>Kleiderwechsel</translation>
    </message>
    <message>
        <source>Showers</source>
        <translation>Duschen</translation>
    </message>
    <message>
        <source>Night sweat</source>
        <translation>Nachtschweiß</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Stichwörter</translation>
    </message>
    <message>
        <source>mean {mean}, highest {most}</source>
        <translation>Mittel {mean}, höchstens {most}</translation>
    </message>
    <message>
        <source>mean {mean} a day, highest {most}, {all} in all</source>
        <translation>Mittel {mean} pro Tag, höchstens {most}, gesamt {all}</translation>
    </message>
    <message>
        <source>{name} {count}×</source>
        <translation>{name} {count}×</translation>
    </message>
    <message>
        <source>Note for the doctor</source>
        <translation>Notiz für die Praxis</translation>
    </message>
    <message>
        <source>Daily life day by day</source>
        <translation>Alltag Tag für Tag</translation>
    </message>
    <message>
        <source>Questionnaire</source>
        <translation>Fragebogen</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Range</source>
        <translation>Spanne</translation>
    </message>
    <message>
        <source>Daily life</source>
        <translation>Alltag</translation>
    </message>
    <message>
        <source>Psychosocial</source>
        <translation>Psychosozial</translation>
    </message>
    <message>
        <source>Questionnaires other than the HDSS</source>
        <translation>Fragebögen außer HDSS</translation>
    </message>
    <message>
        <source>{score} ({answer})</source>
        <translation>{score} ({answer})</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Severity 0–10</source>
        <translation>Schweregrad 0–10</translation>
    </message>
    <message>
        <source>Set off by</source>
        <translation>Auslöser</translation>
    </message>
    <message>
        <source>{day}, {time}</source>
        <translation>{day}, {time}</translation>
    </message>
    <message>
        <source>Moments of sweating</source>
        <translation>Schwitzepisoden</translation>
    </message>
    <message>
        <source>mg</source>
        <translation>mg</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Room °C</source>
        <translation>Raum °C</translation>
    </message>
    <message>
        <source>Minutes of rest</source>
        <translation>Ruhe (min)</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Sweat weighed</source>
        <translation>Gravimetrie</translation>
    </message>
    <message>
        <source>at home</source>
        <translation>zu Hause</translation>
    </message>
    <message>
        <source>at the clinic</source>
        <translation>in der Praxis</translation>
    </message>
    <message>
        <source>{mark} some ratings copied from the day before.</source>
        <translation>{mark} einige Bewertungen vom Vortag übernommen.</translation>
    </message>
    <message>
        <source>{mark} some ratings entered later.</source>
        <translation>{mark} einige Bewertungen nachträglich eingetragen.</translation>
    </message>
    <message>
        <source>{mark} some ratings imported.</source>
        <translation>{mark} einige Bewertungen importiert.</translation>
    </message>
    <message>
        <source>On every day ratings were copied from the day before.</source>
        <translation>An allen Tagen wurden Bewertungen vom Vortag übernommen.</translation>
    </message>
    <message>
        <source>On every day ratings were entered later.</source>
        <translation>An allen Tagen wurden Bewertungen nachträglich eingetragen.</translation>
    </message>
    <message>
        <source>On every day ratings were imported.</source>
        <translation>An allen Tagen wurden Bewertungen importiert.</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeder Tag</translation>
    </message>
    <message>
        <source>Every day: {year}</source>
        <translation>Jeder Tag: {year}</translation>
    </message>
    <message>
        <source>Every day: {year}, regions {part} of {parts}</source>
        <translation>Jeder Tag: {year}, Regionen {part} von {parts}</translation>
    </message>
    <message>
        <source>Stress 0–10</source>
        <translation>Stress 0–10</translation>
    </message>
    <message>
        <source>Day as a whole</source>
        <translation>Tag insgesamt</translation>
    </message>
    <message>
        <source>{degrees} °C</source>
        <translation>{degrees} °C</translation>
    </message>
    <message>
        <source>Heat</source>
        <translation>Wärme</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>No session was logged in this period.</source>
        <translation>In diesem Zeitraum ist keine Sitzung eingetragen.</translation>
    </message>
    <message>
        <source>Reactions that were entered without their session stand on the first page alone.</source>
        <translation>Ohne ihre Sitzung eingetragene Reaktionen stehen nur auf der ersten Seite.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Applicators, device</source>
        <translation>Applikatoren, Gerät</translation>
    </message>
    <message>
        <source>mA</source>
        <translation>mA</translation>
    </message>
    <message>
        <source>V, level</source>
        <translation>V, Stufe</translation>
    </message>
    <message>
        <source>Water, additive</source>
        <translation>Wasser, Zusatz</translation>
    </message>
    <message>
        <source>Waveform, polarity</source>
        <translation>Stromform, Polung</translation>
    </message>
    <message>
        <source>How it went, reactions</source>
        <translation>Verlauf, Reaktionen</translation>
    </message>
    <message>
        <source>Every session</source>
        <translation>Jede Sitzung</translation>
    </message>
    <message>
        <source>Every session: {year}</source>
        <translation>Jede Sitzung: {year}</translation>
    </message>
    <message>
        <source>(+) at the anode, (−) at the cathode.</source>
        <translation>(+) an der Anode, (−) an der Kathode.</translation>
    </message>
    <message>
        <source>mA: at the start → at the end.</source>
        <translation>mA: zu Beginn → am Ende.</translation>
    </message>
    <message>
        <source>Not noted of any session: {columns}.</source>
        <translation>Bei keiner Sitzung vermerkt: {columns}.</translation>
    </message>
    <message>
        <source>first half {minutes}</source>
        <translation>erste Hälfte {minutes}</translation>
    </message>
    <message>
        <source>additive: {additive}</source>
        <translation>Zusatz: {additive}</translation>
    </message>
    <message>
        <source>pulse width {percent} %</source>
        <translation>Pulsbreite {percent} %</translation>
    </message>
    <message>
        <source>sensation {sensation} of 10</source>
        <translation>Stromgefühl {sensation} von 10</translation>
    </message>
    <message>
        <source>interruptions: {count}</source>
        <translation>Unterbrechungen: {count}</translation>
    </message>
    <message>
        <source>skin covered</source>
        <translation>Haut abgedeckt</translation>
    </message>
    <message>
        <source>skin not covered</source>
        <translation>Haut nicht abgedeckt</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>stopped early: {reason}</source>
        <translation>vorzeitig beendet: {reason}</translation>
    </message>
    <message>
        <source>stopped early</source>
        <translation>vorzeitig beendet</translation>
    </message>
    <message>
        <source>{reaction} (severity {severity} of 3)</source>
        <translation>{reaction} (Schweregrad {severity} von 3)</translation>
    </message>
    <message>
        <source>{reaction}, {region} (severity {severity} of 3)</source>
        <translation>{reaction}, {region} (Schweregrad {severity} von 3)</translation>
    </message>
    <message>
        <source>Burden of daily life</source>
        <translation>Belastung im Alltag</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>HDSS: not answered</source>
        <translation>HDSS: nicht erhoben</translation>
    </message>
    <message>
        <source>{rated} of {possible} days rated since {first}</source>
        <translation>{rated} von {possible} Tagen seit {first} bewertet</translation>
    </message>
    <message>
        <source>On the body: drawn once a session parts the time into before and after.</source>
        <translation>Am Körper: Die Zeichnung erscheint, sobald eine Sitzung die Zeit in davor und danach teilt.</translation>
    </message>
    <message>
        <source>Rank 1: lowest mean of all periods of the diary, also of those not shown here. Not ranked: under {days} days or {sessions} sessions, too few rated days, or mostly in the induction. Other things may have changed at the same time.</source>
        <translation>Rang 1: niedrigstes Mittel aller Zeiträume des Tagebuchs, auch der hier nicht gezeigten. Ohne Rang: unter {days} Tagen oder {sessions} Sitzungen, zu wenige bewertete Tage oder überwiegend in der Initialphase. Zur selben Zeit kann sich anderes geändert haben.</translation>
    </message>
    <message>
        <source>No region was rated.</source>
        <translation>Keine Region wurde bewertet.</translation>
    </message>
    <message>
        <source>No ranks: fewer than two periods can be compared (at least {days} days, {sessions} sessions and 5 rated days; those mostly in the induction are left out).</source>
        <translation>Keine Rangfolge: keine zwei vergleichbaren Zeiträume (ab {days} Tagen, {sessions} Sitzungen, 5 Bewertungen; ohne solche meist in der Initialphase).</translation>
    </message>
    <message>
        <source>(in full on a later page)</source>
        <translation>(vollständig auf einer späteren Seite)</translation>
    </message>
    <message>
        <source>no facts of the diagnosis entered</source>
        <translation>keine Angaben zur Diagnose</translation>
    </message>
    <message>
        <source>{mark} at untreated regions: the days of the region treated first.</source>
        <translation>{mark} bei unbehandelten Regionen: die Tage der zuerst behandelten Region.</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>at hand</source>
        <translation>vorhanden</translation>
    </message>
    <message>
        <source>for sale</source>
        <translation>erhältlich</translation>
    </message>
    <message>
        <source>special</source>
        <translation>speziell</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>forbidden</source>
        <translation>untersagt</translation>
    </message>
    <message>
        <source>Bold: less sweating, counted above.</source>
        <translation>Fett: weniger, oben gezählt.</translation>
    </message>
    <message>
        <source>* Provisional: fewer than 10 rated days on one side, or too few after the induction.</source>
        <translation>* Vorläufig: weniger als 10 bewertete Tage auf einer Seite oder zu wenige nach der Initialphase.</translation>
    </message>
    <message>
        <source>Against untreated: the change beyond what the untreated regions did on the same days. Wet again: first day after a session at {threshold} or more, median; day 1 is the next day. Applicator: at hand, for sale, special (universal electrodes only), none found, forbidden by a manual.</source>
        <translation>Ggü. unbehandelt: Änderung über die unbehandelter Regionen an denselben Tagen hinaus. Wieder nass: erster Tag ab Schweregrad {threshold} nach einer Sitzung, Median (Tag 1 = Folgetag). Applikator: vorhanden, erhältlich, speziell (Universalelektroden), keiner, laut Anleitung untersagt.</translation>
    </message>
    <message>
        <source>No untreated region to compare with: weather or stress cannot be told apart from treatment.</source>
        <translation>Keine unbehandelte Region zum Vergleich: Wetter oder Stress lassen sich von der Behandlung nicht trennen.</translation>
    </message>
    <message>
        <source>Change per region</source>
        <translation>Änderung je Region</translation>
    </message>
    <message>
        <source>mean severity 0–10 (days rated)</source>
        <translation>mittlerer Schweregrad 0–10 (bewertete Tage)</translation>
    </message>
    <message>
        <source>mean severity 0–10 (days rated); baseline {before}, now {now}</source>
        <translation>mittlerer Schweregrad 0–10 (bewertete Tage); Basiswert {before}, jetzt {now}</translation>
    </message>
    <message>
        <source>mean severity 0–10 (days rated); baseline {before}</source>
        <translation>mittlerer Schweregrad 0–10 (bewertete Tage); Basiswert {before}</translation>
    </message>
    <message>
        <source>mean severity 0–10 (days rated); now {now}</source>
        <translation>mittlerer Schweregrad 0–10 (bewertete Tage); jetzt {now}</translation>
    </message>
    <message>
        <source>mean severity 0–10 (days rated), {now}</source>
        <translation>mittlerer Schweregrad 0–10 (bewertete Tage), {now}</translation>
    </message>
    <message>
        <source>Not counted, part of another region: {regions}.</source>
        <translation>Nicht gezählt, Teil einer anderen Region: {regions}.</translation>
    </message>
    <message>
        <source>Not counted, too near a treated one: {regions}.</source>
        <translation>Nicht gezählt, zu nah an einer behandelten: {regions}.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>Region</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Basiswert</translation>
    </message>
    <message>
        <source>Change (95 % interval)</source>
        <translation>Änderung (95-%-KI)</translation>
    </message>
    <message>
        <source>Against untreated</source>
        <translation>Ggü. unbehandelt</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>Wet again</source>
        <translation>Wieder nass</translation>
    </message>
    <message>
        <source>Applicator</source>
        <translation>Applikator</translation>
    </message>
    <message>
        <source>No day is rated from 0 to 10: all are “not applicable”.</source>
        <translation>Kein Tag ist von 0 bis 10 bewertet: Alle Einträge lauten „entfällt“.</translation>
    </message>
    <message>
        <source>{mark} {region}: baseline chosen by the patient.</source>
        <translation>{mark} {region}: Basiszeitraum selbst gewählt.</translation>
    </message>
    <message>
        <source>{mark} {region}: baseline chosen by the patient, {days}.</source>
        <translation>{mark} {region}: Basiszeitraum selbst gewählt, {days}.</translation>
    </message>
    <message>
        <source>{mark} {regions}: end of the induction moved to {day}.</source>
        <translation>{mark} {regions}: Ende der Initialphase auf den {day} verlegt.</translation>
    </message>
    <message>
        <source>day {days}</source>
        <translation>Tag {days}</translation>
    </message>
    <message>
        <source>Every entry is “not applicable”.</source>
        <translation>Alle Einträge lauten „entfällt“.</translation>
    </message>
    <message>
        <source>{points} points ({low} to {high})</source>
        <translation>{points} Pkt. ({low} bis {high})</translation>
    </message>
    <message>
        <source>{change} ({low} to no upper limit)</source>
        <translation>{change} ({low} bis unbegrenzt)</translation>
    </message>
    <message>
        <source>{change} ({low} to {high})</source>
        <translation>{change} ({low} bis {high})</translation>
    </message>
    <message>
        <source>Last 28 days</source>
        <translation>Letzte 28 Tage</translation>
    </message>
    <message>
        <source>Now / so far</source>
        <translation>Jetzt / bisher</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>Scale</name>
    <message>
        <source>Worst sweating in the last 24 hours</source>
        <translation>Stärkstes Schwitzen der letzten 24 Stunden</translation>
    </message>
    <message>
        <source>dry</source>
        <translation>trocken</translation>
    </message>
    <message>
        <source>slightly moist, seen only from close by</source>
        <translation>leicht feucht, nur aus der Nähe zu sehen</translation>
    </message>
    <message>
        <source>clearly moist, a stain as wide as a hand</source>
        <translation>deutlich feucht, ein handbreiter Fleck</translation>
    </message>
    <message>
        <source>beads of sweat, clothes wet through</source>
        <translation>Schweißperlen, Kleidung durchnässt</translation>
    </message>
    <message>
        <source>dripping, the worst imaginable</source>
        <translation>tropfend, schlimmstmöglich</translation>
    </message>
    <message>
        <source>Licensed: only the total is entered here.</source>
        <translation>Lizenzpflichtig: Hier wird nur die Summe eingetragen.</translation>
    </message>
    <message>
        <source>Own wording.</source>
        <translation>Eigener Wortlaut.</translation>
    </message>
    <message>
        <source>HDSS (1-4)</source>
        <translation>HDSS (1–4)</translation>
    </message>
    <message>
        <source>never noticeable, never in the way</source>
        <translation>nie bemerkbar, nie störend</translation>
    </message>
    <message>
        <source>tolerable, sometimes in the way</source>
        <translation>erträglich, manchmal störend</translation>
    </message>
    <message>
        <source>barely tolerable, often in the way</source>
        <translation>kaum erträglich, oft störend</translation>
    </message>
    <message>
        <source>intolerable, always in the way</source>
        <translation>unerträglich, immer störend</translation>
    </message>
    <message>
        <source>Paraphrase of the Hyperhidrosis Disease Severity Scale.</source>
        <translation>Umschreibung der Hyperhidrosis Disease Severity Scale.</translation>
    </message>
    <message>
        <source>Overall change since treatment began</source>
        <translation>Gesamtänderung seit Behandlungsbeginn</translation>
    </message>
    <message>
        <source>much better</source>
        <translation>viel besser</translation>
    </message>
    <message>
        <source>a little better</source>
        <translation>etwas besser</translation>
    </message>
    <message>
        <source>no change</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>a little worse</source>
        <translation>etwas schlechter</translation>
    </message>
    <message>
        <source>much worse</source>
        <translation>viel schlechter</translation>
    </message>
</context>
<context>
    <name>Schedule</name>
    <message>
        <source>UK, 7 sessions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one as soon as clammy: twice a week to monthly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every other day, 3 a week for 4 weeks (Monday, Wednesday, Friday)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>continued as needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 a week for 3 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with one&apos;s own device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>10 in 2 weeks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>once a day until dry (German authors)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about once a week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 to 5 a week until dry (Dermadry)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every 2 to 3 days, 5 to 10 sessions (Fischer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every 2 to 4 weeks in some</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>3 a week for 6 weeks (Akbar); 8 sessions (Karakoç)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remission of about 35 days reported</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Scores</name>
    <message>
        <source>{name}: {first} on {day}, {latest} on {last_day}: {difference}.</source>
        <translation>{name}: {first} am {day}, {latest} am {last_day}: {difference}.</translation>
    </message>
    <message>
        <source>no difference</source>
        <translation>kein Unterschied</translation>
    </message>
    <message>
        <source>1 point less</source>
        <translation>1 Punkt weniger</translation>
    </message>
    <message>
        <source>{points} points less</source>
        <translation>{points} Punkte weniger</translation>
    </message>
    <message>
        <source>1 point more, that is worse</source>
        <translation>1 Punkt mehr, also schlechter</translation>
    </message>
    <message>
        <source>{points} points more, that is worse</source>
        <translation>{points} Punkte mehr, also schlechter</translation>
    </message>
    <message>
        <source>{name}: {answer} ({last_day}).</source>
        <translation>{name}: {answer} ({last_day}).</translation>
    </message>
    <message>
        <source>{change} The smallest change that matters to patients is {least:g} points: reached.</source>
        <translation>{change} Kleinste für Betroffene bedeutsame Änderung ist {least:g} Punkte: erreicht.</translation>
    </message>
    <message>
        <source>{change} The smallest change that matters to patients is {least:g} points: reached, for the worse.</source>
        <translation>{change} Kleinste für Betroffene bedeutsame Änderung ist {least:g} Punkte: erreicht, zum Schlechteren.</translation>
    </message>
    <message>
        <source>{change} The smallest change that matters to patients is {least:g} points: not reached.</source>
        <translation>{change} Kleinste für Betroffene bedeutsame Änderung ist {least:g} Punkte: nicht erreicht.</translation>
    </message>
    <message>
        <source>{change} None was filled in before the first session; this compares with the first.</source>
        <translation>{change} Vor der ersten Sitzung wurde der Bogen nicht ausgefüllt; verglichen wird mit dem ersten.</translation>
    </message>
    <message>
        <source>{instrument}, {region}</source>
        <translation>{instrument}, {region}</translation>
    </message>
    <message>
        <source>{first} → {latest}: {difference}</source>
        <translation>{first} → {latest}: {difference}</translation>
    </message>
    <message>
        <source>{change}; {least:g} or more matter to patients</source>
        <translation>{change}; ab {least:g} für Betroffene bedeutsam</translation>
    </message>
    <message>
        <source>{change} (none before the first session)</source>
        <translation>{change} (keiner vor der ersten Sitzung)</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>Makers&apos; texts disagree: electrodes for face and neck are sold, and a manual (Hidrex DP450) forbids current through the brain or the sinuses. Ask your doctor first.</source>
        <translation>Die Texte der Hersteller sind uneins: Elektroden für Gesicht und Nacken sind erhältlich, und eine Anleitung (Hidrex DP450) untersagt Strom durch Gehirn oder Nebenhöhlen. Bitte vorher ärztlich nachfragen.</translation>
    </message>
    <message>
        <source>Makers&apos; texts disagree: pads for the trunk are sold, and a manual (Hidrex DP450) forbids current through the chest. Ask your doctor first.</source>
        <translation>Die Texte der Hersteller sind uneins: Elektroden für den Rumpf sind erhältlich, und eine Anleitung (Hidrex DP450) untersagt Strom durch den Brustkorb. Bitte vorher ärztlich nachfragen.</translation>
    </message>
    <message>
        <source>No device treats the whole body at once. Choose the regions where sweating is most conspicuous or most unpleasant and for which an applicator exists; a partial success counts.</source>
        <translation>Kein Gerät behandelt den ganzen Körper auf einmal. Sinnvoll sind die Regionen, in denen das Schwitzen am auffälligsten oder unangenehmsten ist und für die es einen Applikator gibt; auch ein Teilerfolg zählt.</translation>
    </message>
    <message>
        <source>A maker writes that too large an area thins the current out of effect.</source>
        <translation>Ein Hersteller schreibt, eine zu große Fläche verdünne den Strom bis zur Wirkungslosigkeit.</translation>
    </message>
    <message>
        <source>Reached by what you have: {applicators}.</source>
        <translation>Mit Vorhandenem erreichbar: {applicators}.</translation>
    </message>
    <message>
        <source>Reached by what you have, as you noted it: {applicators}. No applicator for this region was found for sale.</source>
        <translation>Nach eigener Angabe mit Vorhandenem erreichbar: {applicators}. Ein Applikator für diese Region wurde im Handel nicht gefunden.</translation>
    </message>
    <message>
        <source>Nothing you have reaches it; for sale: {applicators}.</source>
        <translation>Mit Vorhandenem nicht erreichbar; erhältlich: {applicators}.</translation>
    </message>
    <message>
        <source>Nothing you have reaches it; only special or universal applicators are for sale: {applicators}.</source>
        <translation>Mit Vorhandenem nicht erreichbar; nur Spezial- oder Universalapplikatoren sind erhältlich: {applicators}.</translation>
    </message>
    <message>
        <source>No applicator for this region was found for sale.</source>
        <translation>Ein Applikator für diese Region wurde im Handel nicht gefunden.</translation>
    </message>
    <message>
        <source>A maker&apos;s manual (Hidrex DP450) forbids current through the chest. Ask your doctor.</source>
        <translation>Eine Herstelleranleitung (Hidrex DP450) untersagt Strom durch den Brustkorb. Bitte ärztlich nachfragen.</translation>
    </message>
    <message>
        <source>It is not known where on the body this region lies, so nothing can be said of applicators.</source>
        <translation>Wo am Körper diese Region liegt, ist nicht bekannt; zu Applikatoren lässt sich daher nichts sagen.</translation>
    </message>
    <message>
        <source>This region was never rated.</source>
        <translation>Diese Region wurde nie bewertet.</translation>
    </message>
    <message>
        <source>There is no session yet, so there is nothing to compare with.</source>
        <translation>Noch keine Sitzung, daher gibt es nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>Rate {count} more day before the first session.</source>
        <translation>Vor der ersten Sitzung fehlt noch {count} bewerteter Tag.</translation>
    </message>
    <message>
        <source>Rate {count} more days before the first session.</source>
        <translation>Vor der ersten Sitzung fehlen noch {count} bewertete Tage.</translation>
    </message>
    <message>
        <source>Rated days before the session on {day} in the baseline that the patient chose: {count}; {needed} are needed.</source>
        <translation>Bewertete Tage vor der Sitzung am {day} im selbst gewählten Basiszeitraum: {count}; nötig sind {needed}.</translation>
    </message>
    <message>
        <source>Rated days before the first session in the baseline that the patient chose: {count}; {needed} are needed.</source>
        <translation>Bewertete Tage vor der ersten Sitzung im selbst gewählten Basiszeitraum: {count}; nötig sind {needed}.</translation>
    </message>
    <message>
        <source>No day was rated in the {span} days before the first session; {needed} are needed.</source>
        <translation>In den {span} Tagen vor der ersten Sitzung wurde kein Tag bewertet; nötig sind {needed}.</translation>
    </message>
    <message>
        <source>Only {count} day was rated in the {span} days before the first session; {needed} are needed.</source>
        <translation>In den {span} Tagen vor der ersten Sitzung wurde nur {count} Tag bewertet; nötig sind {needed}.</translation>
    </message>
    <message>
        <source>Only {count} days were rated in the {span} days before the first session; {needed} are needed.</source>
        <translation>In den {span} Tagen vor der ersten Sitzung wurden nur {count} Tage bewertet; nötig sind {needed}.</translation>
    </message>
    <message>
        <source>No day has been rated since the session on {day}.</source>
        <translation>Seit der Sitzung am {day} wurde kein Tag bewertet.</translation>
    </message>
    <message>
        <source>No day has been rated since the first session.</source>
        <translation>Seit der ersten Sitzung wurde kein Tag bewertet.</translation>
    </message>
    <message>
        <source>This region was not rated from {first} to {last}.</source>
        <translation>Diese Region wurde vom {first} bis {last} nicht bewertet.</translation>
    </message>
    <message>
        <source>Rate {count} more day to compare with the baseline chosen.</source>
        <translation>Für den Vergleich mit dem gewählten Basiszeitraum fehlt noch {count} bewerteter Tag.</translation>
    </message>
    <message>
        <source>Rate {count} more days to compare with the baseline chosen.</source>
        <translation>Für den Vergleich mit dem gewählten Basiszeitraum fehlen noch {count} bewertete Tage.</translation>
    </message>
    <message>
        <source>Rate {count} more day to compare with the time before the first session.</source>
        <translation>Für den Vergleich mit der Zeit vor der ersten Sitzung fehlt noch {count} bewerteter Tag.</translation>
    </message>
    <message>
        <source>Rate {count} more days to compare with the time before the first session.</source>
        <translation>Für den Vergleich mit der Zeit vor der ersten Sitzung fehlen noch {count} bewertete Tage.</translation>
    </message>
    <message>
        <source>The mean of the baseline was {mean:.1f}; below {least:.0f} of 10 a change is given in points only.</source>
        <translation>Der Basiswert war {mean:.1f}; unter {least:.0f} von 10 wird eine Änderung nur in Punkten angegeben.</translation>
    </message>
    <message>
        <source>A comparison with the untreated regions needs {needed} days before and {needed} days now on which both were rated.</source>
        <translation>Ein Vergleich mit den unbehandelten Regionen braucht {needed} Tage davor und {needed} Tage jetzt, an denen beide bewertet wurden.</translation>
    </message>
    <message>
        <source>No rated region was left untreated, so it cannot be told what weather and stress did in the same days.</source>
        <translation>Keine bewertete Region blieb unbehandelt; was Wetter und Stress an denselben Tagen bewirkten, lässt sich daher nicht sagen.</translation>
    </message>
    <message>
        <source>The untreated regions were almost dry in the baseline, so they cannot show what weather and stress did in the same days.</source>
        <translation>Die unbehandelten Regionen waren im Basiszeitraum fast trocken und können daher nicht zeigen, was Wetter und Stress an denselben Tagen bewirkten.</translation>
    </message>
    <message>
        <source>A change that is given in points only is not compared with the untreated regions.</source>
        <translation>Eine nur in Punkten angegebene Änderung wird nicht mit den unbehandelten Regionen verglichen.</translation>
    </message>
    <message>
        <source>settings not entered</source>
        <translation>Einstellungen nicht eingetragen</translation>
    </message>
    <message>
        <source>{low:g} mA</source>
        <translation>{low:g} mA</translation>
    </message>
    <message>
        <source>{low:g}–{high:g} mA</source>
        <translation>{low:g}–{high:g} mA</translation>
    </message>
    <message>
        <source>{minutes:g} min</source>
        <translation>{minutes:g} min</translation>
    </message>
    <message>
        <source>a session every {days:g} days</source>
        <translation>alle {days:g} Tage</translation>
    </message>
    <message>
        <source>1 session a week</source>
        <translation>1×/Woche</translation>
    </message>
    <message>
        <source>{count:g} sessions a week</source>
        <translation>{count:g}×/Woche</translation>
    </message>
    <message>
        <source>{first} + {second}</source>
        <translation>{first} + {second}</translation>
    </message>
    <message>
        <source>{first}, {second}</source>
        <translation>{first}, {second}</translation>
    </message>
    <message>
        <source>Your own numbers in order, not advice: the mean of what you rated on the last {days} rated days and of how much the region bothers you, both 0 to 10; where one is missing, the other alone.</source>
        <translation>Die eigenen Zahlen der Reihe nach, kein Rat: das Mittel der Bewertungen der letzten {days} bewerteten Tage und der Belastung durch die Region, beides 0 bis 10; fehlt eines, zählt das andere allein.</translation>
    </message>
    <message>
        <source>There is nothing to put in order yet: rate a day, or say how much a region bothers you.</source>
        <translation>Es gibt noch nichts zu ordnen: einen Tag bewerten oder angeben, wie sehr eine Region belastet.</translation>
    </message>
    <message>
        <source>{count} region of {all} lacks a number.</source>
        <translation>{count} Region von {all} fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>{count} regions of {all} lack a number.</source>
        <translation>{count} Regionen von {all} fehlt eine Zahl.</translation>
    </message>
    <message>
        <source>{rating}, {bother}. {reach}</source>
        <translation>{rating}, {bother}. {reach}</translation>
    </message>
    <message>
        <source>You have not said how much this region bothers you.</source>
        <translation>Wie sehr diese Region belastet, ist nicht angegeben.</translation>
    </message>
    <message>
        <source>Not rated yet</source>
        <translation>Noch nicht bewertet</translation>
    </message>
    <message>
        <source>Rated {mean:.1f} on {count} day, {last}</source>
        <translation>Bewertet mit {mean:.1f} an {count} Tag, {last}</translation>
    </message>
    <message>
        <source>Rated {mean:.1f} on average over {count} days up to {last}</source>
        <translation>Bewertet mit {mean:.1f} im Mittel von {count} Tagen bis {last}</translation>
    </message>
    <message>
        <source>not asked yet how much it bothers</source>
        <translation>Belastung noch nicht erfragt</translation>
    </message>
    <message>
        <source>bothers {bother} of 10</source>
        <translation>belastet {bother} von 10</translation>
    </message>
    <message>
        <source>sessions without a course</source>
        <translation>Sitzungen ohne Behandlungsserie</translation>
    </message>
    <message>
        <source>before the first session</source>
        <translation>vor der ersten Sitzung</translation>
    </message>
    <message>
        <source>in the baseline chosen</source>
        <translation>im gewählten Basiszeitraum</translation>
    </message>
    <message>
        <source>as much as {before} (0 %)</source>
        <translation>so viel wie {before} (0 %)</translation>
    </message>
    <message>
        <source>{amount} % less than {before}</source>
        <translation>{amount} % weniger als {before}</translation>
    </message>
    <message>
        <source>{amount} % more than {before}</source>
        <translation>{amount} % mehr als {before}</translation>
    </message>
    <message>
        <source>as much as {before} (0.0 points)</source>
        <translation>so viel wie {before} (0,0 Punkte)</translation>
    </message>
    <message>
        <source>{amount:.1f} points less than {before}</source>
        <translation>{amount:.1f} Punkte weniger als {before}</translation>
    </message>
    <message>
        <source>{amount:.1f} points more than {before}</source>
        <translation>{amount:.1f} Punkte mehr als {before}</translation>
    </message>
    <message>
        <source>Provisional: fewer than {firm} rated days on one side.</source>
        <translation>Vorläufig: weniger als {firm} bewertete Tage auf einer Seite.</translation>
    </message>
    <message>
        <source>The patient chose the days of the baseline.</source>
        <translation>Die Tage des Basiszeitraums sind selbst gewählt.</translation>
    </message>
    <message>
        <source>The patient moved an end of induction to {day}.</source>
        <translation>Ein Ende der Initialphase ist selbst auf den {day} verlegt.</translation>
    </message>
    <message>
        <source>So far: the induction still goes on.</source>
        <translation>Bisher: Die Initialphase dauert noch an.</translation>
    </message>
    <message>
        <source>So far: the induction ended on {day}, and fewer than {needed} days after it are rated.</source>
        <translation>Bisher: Die Initialphase endete am {day}, und danach sind weniger als {needed} Tage bewertet.</translation>
    </message>
</context>
<context>
    <name>Sex</name>
    <message>
        <source>female</source>
        <translation>weiblich</translation>
    </message>
    <message>
        <source>male</source>
        <translation>männlich</translation>
    </message>
    <message>
        <source>other</source>
        <translation>divers</translation>
    </message>
</context>
<context>
    <name>StopReason</name>
    <message>
        <source>pain or burning</source>
        <translation>Schmerzen oder Brennen</translation>
    </message>
    <message>
        <source>skin reaction</source>
        <translation>Hautreaktion</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>keine Zeit</translation>
    </message>
    <message>
        <source>device or cable</source>
        <translation>Gerät oder Kabel</translation>
    </message>
    <message>
        <source>other</source>
        <translation>anderes</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>Something else changed at the same time: {what}, {day}.</source>
        <translation>Zur selben Zeit änderte sich noch etwas: {what}, {day}.</translation>
    </message>
    <message>
        <source>Another treatment changed at the same time: {what}, begun on {day}.</source>
        <translation>Zur selben Zeit änderte sich eine andere Behandlung: {what}, begonnen am {day}.</translation>
    </message>
    <message>
        <source>Another treatment changed at the same time: {what}, ended on {day}.</source>
        <translation>Zur selben Zeit änderte sich eine andere Behandlung: {what}, beendet am {day}.</translation>
    </message>
    <message>
        <source>Another treatment was used now and not before: {what}, begun on {day}.</source>
        <translation>Eine andere Behandlung wurde jetzt und davor nicht angewandt: {what}, begonnen am {day}.</translation>
    </message>
    <message>
        <source>Another treatment was used before and not now: {what}, ended on {day}.</source>
        <translation>Eine andere Behandlung wurde davor und jetzt nicht angewandt: {what}, beendet am {day}.</translation>
    </message>
    <message>
        <source>Compared: {before} rated days from {first} to {eve} with {now} rated days from {starts} to {ends}.</source>
        <translation>Verglichen: {before} bewertete Tage vom {first} bis {eve} mit {now} bewerteten Tagen vom {starts} bis {ends}.</translation>
    </message>
    <message>
        <source>The likely range is a 95 % interval: of 100 ranges found this way, about 95 hold the true change. Days in a row resemble each other, so they count as fewer days.</source>
        <translation>Der wahrscheinliche Bereich ist ein 95-%-Intervall: Von 100 so bestimmten Bereichen enthalten etwa 95 die wahre Änderung. Aufeinanderfolgende Tage ähneln einander und zählen daher als weniger Tage.</translation>
    </message>
    <message>
        <source>The patient chose the days of the baseline.</source>
        <translation>Die Tage des Basiszeitraums sind selbst gewählt.</translation>
    </message>
    <message>
        <source>The patient moved the end of the induction to {day}; the days up to it do not count.</source>
        <translation>Das Ende der Initialphase ist selbst auf den {day} verlegt; die Tage bis dahin zählen nicht.</translation>
    </message>
    <message>
        <source>The patient chose the days of the baseline; they reach beyond the first session ({day}), so this is no comparison with the time before treatment.</source>
        <translation>Die Tage des Basiszeitraums sind selbst gewählt; sie reichen über die erste Sitzung ({day}) hinaus, das ist also kein Vergleich mit der Zeit vor der Behandlung.</translation>
    </message>
    <message>
        <source>This is one diary, kept by somebody who knew of each session. It shows what changed, not why.</source>
        <translation>Dies ist ein einzelnes Tagebuch, geführt von einer Person, die von jeder Sitzung wusste. Es zeigt, was sich änderte, nicht warum.</translation>
    </message>
    <message>
        <source>In a sham-controlled trial, {percent:.1f} % of those who got a sham treatment improved too ({trial}).</source>
        <translation>In einer Studie mit Scheinbehandlung besserten sich auch {percent:.1f} % der zum Schein Behandelten ({trial}).</translation>
    </message>
    <message>
        <source>Untreated regions may improve a little as well; the comparison with them then shows too little.</source>
        <translation>Auch unbehandelte Regionen können sich etwas bessern; der Vergleich mit ihnen zeigt dann zu wenig.</translation>
    </message>
    <message>
        <source>Of {count} treated regions one may look better by chance, so the count in the headline asks for more (Holm&apos;s correction).</source>
        <translation>Von {count} behandelten Regionen kann eine zufällig besser aussehen; die Zählung in der Hauptaussage verlangt daher mehr (Holm-Korrektur).</translation>
    </message>
    <message>
        <source>Of {count} treated regions one may look better by chance, so the count in the headline asks for more (Holm&apos;s correction); this region is not counted there.</source>
        <translation>Von {count} behandelten Regionen kann eine zufällig besser aussehen; die Zählung in der Hauptaussage verlangt daher mehr (Holm-Korrektur); diese Region wird dort nicht gezählt.</translation>
    </message>
    <message>
        <source>The likely range leaves out 0, but by the p of the change chance alone would do as much in {chance} of 100 such diaries or more, so the headline does not count this region.</source>
        <translation>Der wahrscheinliche Bereich schließt 0 aus, aber nach dem p-Wert der Änderung brächte allein der Zufall in mindestens {chance} von 100 solchen Tagebüchern ebenso viel; die Hauptaussage zählt diese Region daher nicht.</translation>
    </message>
    <message>
        <source>This region is part of another one that the headline counts, so it is not counted there itself (the same skin would count twice).</source>
        <translation>Diese Region ist Teil einer anderen, die in der Hauptaussage zählt, und wird dort nicht selbst gezählt (dieselbe Haut würde doppelt zählen).</translation>
    </message>
    <message>
        <source>Before: {missing} of {possible} days are without a rating. Above {limit} % the result is less sure.</source>
        <translation>Davor: {missing} von {possible} Tagen ohne Bewertung. Über {limit} % ist das Ergebnis weniger sicher.</translation>
    </message>
    <message>
        <source>Now: {missing} of {possible} days are without a rating. Above {limit} % the result is less sure.</source>
        <translation>Jetzt: {missing} von {possible} Tagen ohne Bewertung. Über {limit} % ist das Ergebnis weniger sicher.</translation>
    </message>
    <message>
        <source>Before, {before} % of the days are without a rating, now {now} %. If good or bad days were passed over, the change comes out too large or too small.</source>
        <translation>Davor sind {before} % der Tage ohne Bewertung, jetzt {now} %. Wurden gute oder schlechte Tage übergangen, fällt die Änderung zu groß oder zu klein aus.</translation>
    </message>
    <message>
        <source>{count} of the days compared was entered more than {late} days later.</source>
        <translation>{count} der verglichenen Tage wurde mehr als {late} Tage später eingetragen.</translation>
    </message>
    <message>
        <source>{count} of the days compared were entered more than {late} days later.</source>
        <translation>{count} der verglichenen Tage wurden mehr als {late} Tage später eingetragen.</translation>
    </message>
    <message>
        <source>{late} Without them the change is {percent} %, with them {all} %.</source>
        <translation>{late} Ohne sie beträgt die Änderung {percent} %, mit ihnen {all} %.</translation>
    </message>
    <message>
        <source>A session on {day} may still have acted in the days before that are compared; the improvement is then underestimated.</source>
        <translation>Eine Sitzung am {day} kann an den verglichenen Tagen davor noch gewirkt haben; die Besserung wird dann unterschätzt.</translation>
    </message>
    <message>
        <source>No session for {days} days up to the last entry: what is compared is no longer the time of treatment.</source>
        <translation>Keine Sitzung in den {days} Tagen bis zum letzten Eintrag: Verglichen wird nicht mehr die Zeit der Behandlung.</translation>
    </message>
    <message>
        <source>Not sure yet: the induction goes on, or too few days after it are rated.</source>
        <translation>Noch nicht sicher: Die Initialphase dauert an, oder zu wenige Tage danach sind bewertet.</translation>
    </message>
    <message>
        <source>Not sure yet: fewer than {firm} days are rated on one side.</source>
        <translation>Noch nicht sicher: Auf einer Seite sind weniger als {firm} Tage bewertet.</translation>
    </message>
    <message>
        <source>Not sure yet: the likely range is too wide to say what changed.</source>
        <translation>Noch nicht sicher: Der wahrscheinliche Bereich ist zu breit, um zu sagen, was sich geändert hat.</translation>
    </message>
    <message>
        <source>Partly sure: the change is clear, but not whether untreated regions changed too.</source>
        <translation>Teilweise sicher: Das Ergebnis ist eindeutig, nicht aber, ob sich unbehandelte Regionen ebenso änderten.</translation>
    </message>
    <message>
        <source>Partly sure: taken alone the result is clear, but the comparison with the untreated regions does not show the same.</source>
        <translation>Teilweise sicher: Für sich genommen ist das Ergebnis eindeutig, der Vergleich mit den unbehandelten Regionen zeigt aber nicht dasselbe.</translation>
    </message>
    <message>
        <source>Partly sure: on its own the change is not clear; against the untreated regions it is.</source>
        <translation>Teilweise sicher: Für sich genommen ist die Veränderung nicht eindeutig, im Vergleich mit den unbehandelten Regionen schon.</translation>
    </message>
    <message>
        <source>Partly sure: the likely range leaves out 0, but not clearly enough to count in the headline.</source>
        <translation>Teilweise sicher: Der wahrscheinliche Bereich enthält 0 nicht, aber nicht deutlich genug, um in der Überschrift zu zählen.</translation>
    </message>
    <message>
        <source>Partly sure: the result is clear, but something below makes it less sure.</source>
        <translation>Teilweise sicher: Das Ergebnis ist eindeutig, aber etwas vom Folgenden macht es weniger sicher.</translation>
    </message>
    <message>
        <source>Fairly sure: enough days are rated, the result is clear, and the comparison with the untreated regions shows the same.</source>
        <translation>Ziemlich sicher: Genug Tage sind bewertet, das Ergebnis ist eindeutig, und der Vergleich mit den unbehandelten Regionen zeigt dasselbe.</translation>
    </message>
    <message>
        <source>Fairly sure: enough days are rated, and the result is clear.</source>
        <translation>Ziemlich sicher: Genug Tage sind bewertet, und das Ergebnis ist eindeutig.</translation>
    </message>
    <message>
        <source>The patient moved the end of the induction to {day}.</source>
        <translation>Das Ende der Initialphase ist selbst auf den {day} verlegt.</translation>
    </message>
    <message>
        <source>{late} Without it the change is {percent} %, with it {all} %.</source>
        <translation>{late} Ohne ihn beträgt die Änderung {percent} %, mit ihm {all} %.</translation>
    </message>
    <message>
        <source>Partly sure: the result is clear, but it could not be compared with untreated regions.</source>
        <translation>Teilweise sicher: Das Ergebnis ist eindeutig, ließ sich aber nicht mit unbehandelten Regionen vergleichen.</translation>
    </message>
    <message>
        <source>Partly sure: taken alone the result is clear, but the untreated regions became dry in the same days.</source>
        <translation>Teilweise sicher: Für sich genommen ist das Ergebnis eindeutig, die unbehandelten Regionen wurden aber an denselben Tagen trocken.</translation>
    </message>
    <message>
        <source>Partly sure: taken alone the result is clear, but the likely range of the comparison with the untreated regions is too wide to show the same.</source>
        <translation>Teilweise sicher: Für sich genommen ist das Ergebnis eindeutig, der wahrscheinliche Bereich des Vergleichs mit den unbehandelten Regionen ist aber zu breit, um dasselbe zu zeigen.</translation>
    </message>
    <message>
        <source>The only untreated regions that are rated lie so near a treated one that they cannot show what weather and stress did in the same days.</source>
        <translation>Die einzigen bewerteten unbehandelten Regionen liegen so nah an einer behandelten, dass sie nicht zeigen können, was Wetter und Stress an denselben Tagen bewirkten.</translation>
    </message>
    <message>
        <source>The untreated regions were not rated before the first session, so they cannot show what weather and stress did in the same days.</source>
        <translation>Die unbehandelten Regionen wurden vor der ersten Sitzung nicht bewertet und können daher nicht zeigen, was Wetter und Stress an denselben Tagen bewirkten.</translation>
    </message>
    <message>
        <source>The untreated regions that were rated on enough of the same days were almost dry in the baseline, so they cannot show what weather and stress did.</source>
        <translation>Die unbehandelten Regionen, die an genügend derselben Tage bewertet wurden, waren im Basiszeitraum fast trocken und können daher nicht zeigen, was Wetter und Stress bewirkten.</translation>
    </message>
    <message>
        <source>The untreated regions became dry in the same days, so nothing can be predicted from them; weather or stress may be the reason.</source>
        <translation>Die unbehandelten Regionen wurden an denselben Tagen trocken, daher lässt sich aus ihnen nichts vorhersagen; Wetter oder Stress können der Grund sein.</translation>
    </message>
    <message>
        <source>On the days of the baseline on which untreated regions were rated too, this region was dry, so there is nothing to compare.</source>
        <translation>An den Tagen des Basiszeitraums, an denen auch unbehandelte Regionen bewertet wurden, war diese Region trocken; es gibt daher nichts zu vergleichen.</translation>
    </message>
</context>
<context>
    <name>Together</name>
    <message>
        <source>{regions} regions together: {amount} % less sweating than {since} (likely between {least} % and {most} % less; {before} days before, {now} days now).</source>
        <translation>{regions} Regionen zusammen: {amount} % weniger Schwitzen als {since} (wahrscheinlich {least} % bis {most} % weniger; {before} Tage davor, {now} Tage jetzt).</translation>
    </message>
    <message>
        <source>{regions} regions together: {amount} % more sweating than {since} (likely between {least} % and {most} % more; {before} days before, {now} days now).</source>
        <translation>{regions} Regionen zusammen: {amount} % mehr Schwitzen als {since} (wahrscheinlich {least} % bis {most} % mehr; {before} Tage davor, {now} Tage jetzt).</translation>
    </message>
    <message>
        <source>{regions} regions together: anything between {less} % less and {more} % more sweating than {since} fits your diary ({before} days before, {now} days now).</source>
        <translation>{regions} Regionen zusammen: Alles zwischen {less} % weniger und {more} % mehr Schwitzen als {since} passt zum Tagebuch ({before} Tage davor, {now} Tage jetzt).</translation>
    </message>
    <message>
        <source>{regions} regions together: how much has changed cannot be told yet ({before} days before, {now} days now).</source>
        <translation>{regions} Regionen zusammen: Wie viel sich geändert hat, lässt sich noch nicht sagen ({before} Tage davor, {now} Tage jetzt).</translation>
    </message>
    <message>
        <source>So far: {found}</source>
        <translation>Bisher: {found}</translation>
    </message>
    <message>
        <source>Provisional: {found}</source>
        <translation>Vorläufig: {found}</translation>
    </message>
    <message>
        <source>Mean of the one region: {before:.1f} in the baseline, {now:.1f} now (of {most}). Not a validated score.</source>
        <translation>Mittel der einen Region: {before:.1f} im Basiszeitraum, {now:.1f} jetzt (von {most}). Kein validierter Score.</translation>
    </message>
    <message>
        <source>Sum of the means of {regions} regions: {before:.1f} in the baseline, {now:.1f} now (of {most}). Not a validated score.</source>
        <translation>Summe der Mittel von {regions} Regionen: {before:.1f} im Basiszeitraum, {now:.1f} jetzt (von {most}). Kein validierter Score.</translation>
    </message>
    <message>
        <source>Weighted by the density of sweat glands: {before:.1f} in the baseline, {now:.1f} now (of 10). Not a validated score.</source>
        <translation>Gewichtet nach Schweißdrüsendichte: {before:.1f} im Basiszeitraum, {now:.1f} jetzt (von 10). Kein validierter Score.</translation>
    </message>
    <message>
        <source>Regions for which an applicator is sold carried {before:.0f} % of that sum in the baseline, {now:.0f} % now.</source>
        <translation>Regionen mit erhältlichem Applikator trugen {before:.0f} % dieser Summe im Basiszeitraum, {now:.0f} % jetzt.</translation>
    </message>
    <message>
        <source>Regions for which an applicator is sold carried {before:.0f} % of that sum in the baseline.</source>
        <translation>Regionen mit erhältlichem Applikator trugen {before:.0f} % dieser Summe im Basiszeitraum.</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>vehicle cloth</source>
        <translation>Vehikel-Tuch</translation>
    </message>
    <message>
        <source>sham iontophoresis</source>
        <translation>Schein-Iontophorese</translation>
    </message>
    <message>
        <source>vehicle gel</source>
        <translation>Vehikel-Gel</translation>
    </message>
    <message>
        <source>worst of the day, 0-10</source>
        <translation>stärkstes Schwitzen des Tages, 0–10</translation>
    </message>
    <message>
        <source>sweat rate</source>
        <translation>Schweißrate</translation>
    </message>
    <message>
        <source>sweat weighed, median</source>
        <translation>Gravimetrie, Median</translation>
    </message>
    <message>
        <source>In published trials, groups on sham or vehicle fell by {least}–{most} % ({trials}). A fall is an association, not proof of effect.</source>
        <translation>In veröffentlichten Studien ging das Schwitzen in Gruppen unter Schein- oder Vehikelbehandlung um {least}–{most} % zurück ({trials}). Ein Rückgang ist ein Zusammenhang, kein Beweis einer Wirkung.</translation>
    </message>
</context>
<context>
    <name>Trigger</name>
    <message>
        <source>emotion or anxiety</source>
        <translation>Gefühle oder Angst</translation>
    </message>
    <message>
        <source>public situation</source>
        <translation>öffentliche Situation</translation>
    </message>
    <message>
        <source>crowded room</source>
        <translation>überfüllter Raum</translation>
    </message>
    <message>
        <source>spicy food</source>
        <translation>scharfes Essen</translation>
    </message>
    <message>
        <source>caffeine</source>
        <translation>Koffein</translation>
    </message>
    <message>
        <source>alcohol</source>
        <translation>Alkohol</translation>
    </message>
    <message>
        <source>tight or synthetic clothing</source>
        <translation>enge oder synthetische Kleidung</translation>
    </message>
    <message>
        <source>no trigger: cool and calm</source>
        <translation>kein Auslöser: kühl und ruhig</translation>
    </message>
    <message>
        <source>menstrual cycle</source>
        <translation>Menstruationszyklus</translation>
    </message>
    <message>
        <source>poor sleep</source>
        <translation>schlechter Schlaf</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>before treatment</source>
        <translation>vor der Behandlung</translation>
    </message>
    <message>
        <source>before other regions were treated</source>
        <translation>vor der Behandlung anderer Regionen</translation>
    </message>
    <message>
        <source>in the baseline chosen</source>
        <translation>im gewählten Basiszeitraum</translation>
    </message>
    <message>
        <source>{name}: {amount} % less sweating than {before} (likely between {least} % and {most} % less).</source>
        <translation>{name}: {amount} % weniger Schwitzen als {before} (wahrscheinlich {least} % bis {most} % weniger).</translation>
    </message>
    <message>
        <source>{name}: now {mean:.1f} of 10 on average, {amount} % less sweating than {before} (likely between {least} % and {most} % less).</source>
        <translation>{name}: jetzt im Mittel {mean:.1f} von 10, {amount} % weniger Schwitzen als {before} (wahrscheinlich {least} % bis {most} % weniger).</translation>
    </message>
    <message>
        <source>{name}: sweating is at least halved, {amount} % less than {before} (likely between {least} % and {most} % less).</source>
        <translation>{name}: Das Schwitzen ist mindestens halbiert, {amount} % weniger als {before} (wahrscheinlich {least} % bis {most} % weniger).</translation>
    </message>
    <message>
        <source>{name}: an improvement of more than {limit} % is unlikely (the change lies likely between {less} % less and {more} % more).</source>
        <translation>{name}: Eine Besserung um mehr als {limit} % ist unwahrscheinlich (die Änderung liegt wahrscheinlich zwischen {less} % weniger und {more} % mehr).</translation>
    </message>
    <message>
        <source>{name}: an improvement of more than {limit} % is unlikely; it may be more sweating: anything between {less} % less and {more} % more fits your diary.</source>
        <translation>{name}: Eine Besserung um mehr als {limit} % ist unwahrscheinlich; es kann auch mehr Schwitzen sein: Alles zwischen {less} % weniger und {more} % mehr passt zum Tagebuch.</translation>
    </message>
    <message>
        <source>{name}: anything between {less} % less and {more} % more sweating than {before} fits your diary.</source>
        <translation>{name}: Alles zwischen {less} % weniger und {more} % mehr Schwitzen als {before} passt zum Tagebuch.</translation>
    </message>
    <message>
        <source>{name}: the days {before} are too few or differ too much to say how much has changed since.</source>
        <translation>{name}: Die Tage {before} sind zu wenige oder zu verschieden, um zu sagen, wie viel sich seither geändert hat.</translation>
    </message>
    <message>
        <source>{name}: {amount} % more sweating than {before} (likely between {least} % and {most} % more).</source>
        <translation>{name}: {amount} % mehr Schwitzen als {before} (wahrscheinlich {least} % bis {most} % mehr).</translation>
    </message>
    <message>
        <source>{name}: a fall of more than {limit} % is unlikely (the change lies likely between {less} % less and {more} % more).</source>
        <translation>{name}: Ein Rückgang um mehr als {limit} % ist unwahrscheinlich (die Änderung liegt wahrscheinlich zwischen {less} % weniger und {more} % mehr).</translation>
    </message>
    <message>
        <source>{name}: a fall of more than {limit} % is unlikely; it may be more sweating: anything between {less} % less and {more} % more fits your diary.</source>
        <translation>{name}: Ein Rückgang um mehr als {limit} % ist unwahrscheinlich; es kann auch mehr Schwitzen sein: Alles zwischen {less} % weniger und {more} % mehr passt zum Tagebuch.</translation>
    </message>
    <message>
        <source>{name}: {amount:.1f} points of 10 less sweating than {before} (likely between {least:.1f} and {most:.1f} points less).</source>
        <translation>{name}: {amount:.1f} von 10 Punkten weniger Schwitzen als {before} (wahrscheinlich {least:.1f} bis {most:.1f} Punkte weniger).</translation>
    </message>
    <message>
        <source>{name}: on average {mean_before:.1f} of 10 {before}, {mean:.1f} now (the change lies likely between {less:.1f} points less and {more:.1f} points more).</source>
        <translation>{name}: im Mittel {mean_before:.1f} von 10 {before}, {mean:.1f} jetzt (die Änderung liegt wahrscheinlich zwischen {less:.1f} Punkten weniger und {more:.1f} Punkten mehr).</translation>
    </message>
    <message>
        <source>{name}: anything between {less:.1f} points less and {more:.1f} points more sweating than {before} fits your diary.</source>
        <translation>{name}: Alles zwischen {less:.1f} Punkten weniger und {more:.1f} Punkten mehr Schwitzen als {before} passt zum Tagebuch.</translation>
    </message>
    <message>
        <source>{name}: {amount:.1f} points of 10 more sweating than {before} (likely between {least:.1f} and {most:.1f} points more).</source>
        <translation>{name}: {amount:.1f} von 10 Punkten mehr Schwitzen als {before} (wahrscheinlich {least:.1f} bis {most:.1f} Punkte mehr).</translation>
    </message>
    <message>
        <source>Almost dry</source>
        <translation>Fast trocken</translation>
    </message>
    <message>
        <source>Strong improvement</source>
        <translation>Starke Besserung</translation>
    </message>
    <message>
        <source>Partial improvement</source>
        <translation>Teilweise Besserung</translation>
    </message>
    <message>
        <source>About the same</source>
        <translation>Etwa gleich</translation>
    </message>
    <message>
        <source>Cannot tell yet</source>
        <translation>Noch nicht zu sagen</translation>
    </message>
    <message>
        <source>More sweating than before</source>
        <translation>Mehr Schwitzen als davor</translation>
    </message>
    <message>
        <source>Less sweating</source>
        <translation>Weniger Schwitzen</translation>
    </message>
    <message>
        <source>More sweating</source>
        <translation>Mehr Schwitzen</translation>
    </message>
    <message>
        <source>No clear change</source>
        <translation>Keine eindeutige Änderung</translation>
    </message>
    <message>
        <source>Dry before and now</source>
        <translation>Davor und jetzt trocken</translation>
    </message>
    <message>
        <source>So far: {verdict}. {found}</source>
        <translation>Bisher: {verdict}. {found}</translation>
    </message>
    <message>
        <source>Provisional: {verdict}. {found}</source>
        <translation>Vorläufig: {verdict}. {found}</translation>
    </message>
    <message>
        <source>{verdict}. {found}</source>
        <translation>{verdict}. {found}</translation>
    </message>
    <message>
        <source>There is nothing to compare yet.</source>
        <translation>Es gibt noch nichts zu vergleichen.</translation>
    </message>
    <message>
        <source>{name}, not treated</source>
        <translation>{name}, unbehandelt</translation>
    </message>
    <message>
        <source>{region} (not treated)</source>
        <translation>{region} (unbehandelt)</translation>
    </message>
    <message>
        <source>{region} (before its own treatment)</source>
        <translation>{region} (vor der eigenen Behandlung)</translation>
    </message>
    <message>
        <source>{first} and {second} (before their own treatment)</source>
        <translation>{first} und {second} (vor der eigenen Behandlung)</translation>
    </message>
    <message>
        <source>{count} regions before their own treatment</source>
        <translation>{count} Regionen vor ihrer eigenen Behandlung</translation>
    </message>
    <message>
        <source>{first} and {second} (not treated)</source>
        <translation>{first} und {second} (unbehandelt)</translation>
    </message>
    <message>
        <source>{count} regions that were not treated</source>
        <translation>{count} unbehandelte Regionen</translation>
    </message>
    <message>
        <source>{untreated} changed by {moved} % in the same days; compared with that, {name} sweats {amount} % less (likely between {least} % and {most} % less).</source>
        <translation>{untreated}: Änderung um {moved} % an denselben Tagen; damit verglichen schwitzt {name} {amount} % weniger (wahrscheinlich {least} % bis {most} % weniger).</translation>
    </message>
    <message>
        <source>{untreated} changed by {moved} % in the same days; compared with that, {name} sweats {amount} % more (likely between {least} % and {most} % more).</source>
        <translation>{untreated}: Änderung um {moved} % an denselben Tagen; damit verglichen schwitzt {name} {amount} % mehr (wahrscheinlich {least} % bis {most} % mehr).</translation>
    </message>
    <message>
        <source>{untreated} changed by {moved} % in the same days; compared with that, anything between {less} % less and {more} % more sweating fits your diary.</source>
        <translation>{untreated}: Änderung um {moved} % an denselben Tagen; damit verglichen passt alles zwischen {less} % weniger und {more} % mehr Schwitzen zum Tagebuch.</translation>
    </message>
    <message>
        <source>{untreated} changed by {moved} % in the same days as well, so weather or stress may be the reason; compared with that, anything between {less} % less and {more} % more sweating fits your diary.</source>
        <translation>{untreated}: ebenfalls Änderung um {moved} % an denselben Tagen, also können Wetter oder Stress der Grund sein; damit verglichen passt alles zwischen {less} % weniger und {more} % mehr Schwitzen zum Tagebuch.</translation>
    </message>
    <message>
        <source>{untreated} changed by {moved} % in the same days; compared with that, anything between {less} % less and {more} % more sweating fits your diary, so weather or stress cannot be ruled out.</source>
        <translation>{untreated}: Änderung um {moved} % an denselben Tagen; damit verglichen passt alles zwischen {less} % weniger und {more} % mehr Schwitzen zum Tagebuch, Wetter oder Stress lassen sich also nicht ausschließen.</translation>
    </message>
    <message>
        <source>{untreated} changed by {moved} % in the same days; how that compares cannot be told yet.</source>
        <translation>{untreated}: Änderung um {moved} % an denselben Tagen; wie sich das vergleicht, lässt sich noch nicht sagen.</translation>
    </message>
    <message>
        <source>On its own, the change is not clear. {compared}</source>
        <translation>Für sich allein ist die Änderung nicht eindeutig. {compared}</translation>
    </message>
    <message>
        <source>On its own, the change goes the other way. {compared}</source>
        <translation>Für sich allein geht die Änderung in die andere Richtung. {compared}</translation>
    </message>
</context>
<context>
    <name>Water</name>
    <message>
        <source>tap water</source>
        <translation>Leitungswasser</translation>
    </message>
    <message>
        <source>soft water</source>
        <translation>weiches Wasser</translation>
    </message>
    <message>
        <source>mineral water</source>
        <translation>Mineralwasser</translation>
    </message>
</context>
<context>
    <name>Waveform</name>
    <message>
        <source>direct current</source>
        <translation>Gleichstrom</translation>
    </message>
    <message>
        <source>pulsed direct current</source>
        <translation>gepulster Gleichstrom</translation>
    </message>
    <message>
        <source>alternating with direct offset</source>
        <translation>Wechselstrom mit Gleichstromanteil</translation>
    </message>
</context>
</TS>
