"""Faults of the tables: what is put in place of what, and what must be told of it."""

from __future__ import annotations

from tests.cli.workshop import FACTS

DIGITS = "Write digits only; the unit and the magnitude have columns of their own."
TEXT_COLUMN = "Write YYYY, YYYY-MM or YYYY-MM-DD (in a spreadsheet, set the column to text)."
CLOSE = "Close its quotation marks; write a quotation mark inside a cell twice."
SAVE = "Save the file as 'CSV UTF-8'."
CUT_ID = "Use lower-case letters a-z, digits and single hyphens, such as 'ministry-of-economy'."
UNSURE = "ministry-of-tides,norland,unsure"
WORKS = "\ntidal-works,partyTo,tide-memorandum,2031-05-03,,lantern,Tidal Works signed the Tide Memorandum,"
PARTY = "ministry-of-tides,partyTo,tide-memorandum,2031-05-03,"
SIGNED = "ada-brook,signed,tide-memorandum,2031-05-03,"
COUNT = "harbour-network,countryCount,12,2031-06-01,"
WORDS = "the Ministry of Tides and Tidal Works signed"

# What is told, by table: the text that is put in place of another, and all problems of the build with it.
FAULTS: list[tuple[str, str, str, str, list[str]]] = [
    # Ids that nothing has.
    ("unknown subject", FACTS[0], PARTY, PARTY.replace("tides", "tide"),
     ["facts/memorandum.csv:2: unknown subject 'ministry-of-tide'. Did you mean 'ministry-of-tides'?"]),
    ("unknown object", FACTS[0], SIGNED, "ada-brook,signed,charter-of-x,2031-05-03,",
     ["facts/memorandum.csv:6: unknown object 'charter-of-x'. Add it to entities.csv."]),
    ("unknown source of a fact", FACTS[1], "norland,,,,lantern", "norland,,,,latern",
     ["facts/places-and-figures.csv:4: unknown source 'latern'. Did you mean 'lantern'?"]),
    ("unknown role", FACTS[0], ",head-of-partnerships,tidal-works,", ",head-of-partnership,tidal-works,",
     ["facts/memorandum.csv:6: unknown role 'head-of-partnership'. Did you mean 'head-of-partnerships'?"]),
    ("unknown onBehalfOf", FACTS[0], ",head-of-partnerships,tidal-works,", ",head-of-partnerships,someone-else,",
     ["facts/memorandum.csv:6: unknown onBehalfOf 'someone-else'. Add it to entities.csv."]),
    ("unknown unit", FACTS[1], ",million,tonne,", ",million,ton,",
     ["facts/places-and-figures.csv:7: unknown unit 'ton'. Did you mean 'tonne'?"]),
    ("unknown entity of a name", "names.csv", "norland,en", "norlund,en",
     ["names.csv:2: unknown entity 'norlund'. Did you mean 'norland'?"]),
    ("unknown source of a name", "names.csv", "HN,acronym,harbour-register", "HN,acronym,harbor-register",
     ["names.csv:14: unknown source 'harbor-register'. Did you mean 'harbour-register'?"]),
    ("unknown kind", "entities.csv", "GovernmentBody,sea-authority", "GovernmentBody,sea-autority",
     ["entities.csv:4: unknown kind 'sea-autority'. Did you mean 'sea-authority'?"]),
    ("a kind that is none", "entities.csv", "GovernmentBody,sea-authority", "GovernmentBody,tonne",
     ["entities.csv:4: unknown kind 'tonne'. Add it to entities.csv with the class Kind."]),
    ("unknown publisher", "sources.csv", "The Paper Lantern,2031", "paper-lantern,2031",
     ["sources.csv:2: unknown publisher 'paper-lantern'. Add it to entities.csv, or write the publisher's name."]),
    ("unknown id in a decision", "decisions.csv", "lumen-center,reef-station", "lumen-center,reef-staton",
     ["decisions.csv:3: unknown right 'reef-staton'. Did you mean 'reef-station'?"]),
    ("unknown id in an exception", "exceptions.csv", "reef-station", "reefstation",
     ["exceptions.csv:2: unknown entity 'reefstation'. Did you mean 'reef-station'?"]),
    ("superseding an unknown row", FACTS[1], "HR-summary,,,count-in-may", "HR-summary,,,count-in-april",
     ["facts/places-and-figures.csv:13: 'supersedes' names no row: 'count-in-april'. Did you mean 'count-in-may'?"]),
    ("superseding itself", FACTS[1], "HR-summary,,,count-in-may", "HR-summary,,,count-in-june",
     ["facts/places-and-figures.csv:13: the row 'count-in-june' supersedes this one too, by itself or through others."
      " Empty one of the cells 'supersedes'."]),
    # Words that the ontology or the tables do not have.
    ("unknown predicate", FACTS[1], "lumen-center,joined,", "lumen-center,joind,",
     ["facts/places-and-figures.csv:5: unknown predicate 'joind'. Did you mean 'joined'?"]),
    ("a predicate in capitals", FACTS[1], "lumen-center,joined,", "lumen-center,JOINED,",
     ["facts/places-and-figures.csv:5: unknown predicate 'JOINED'. Did you mean 'joined'?"]),
    ("a predicate near nothing", FACTS[1], "lumen-center,joined,", "lumen-center,xyz,",
     ["facts/places-and-figures.csv:5: unknown predicate 'xyz'. See the properties in ontology/partnership.ttl."]),
    ("unknown class", "entities.csv", "tidal-works,Company", "tidal-works,company",
     ["entities.csv:5: unknown class 'company'. Did you mean 'Company'?"]),
    ("a class of no thing", "entities.csv", "ada-brook,Person", "ada-brook,Magnitude",
     ["entities.csv:11: unknown class 'Magnitude'. See the classes in ontology/partnership.ttl."]),
    ("unknown language of a name", "names.csv", "norland,en", "norland,english",
     ["names.csv:2: unknown language 'english'. Use an ISO 639-1 code such as az, en, kk or ru."]),
    ("unknown language of a source", "sources.csv", "2031-05,,az", "2031-05,,",
     ["sources.csv:3: unknown language ''. Use an ISO 639-1 code such as az, en, kk or ru."]),
    ("unknown rank of a name", "names.csv", "HN,acronym", "HN,acronim",
     ["names.csv:14: unknown rank 'acronim'. Did you mean 'acronym'?"]),
    ("unknown status", FACTS[1], ",,planned,", ",,plannned,",
     ["facts/places-and-figures.csv:9: unknown status 'plannned'. Did you mean 'planned'?"]),
    ("unknown rank of a fact", FACTS[1], ",deprecated,", ",depricated,",
     ["facts/places-and-figures.csv:11: unknown rank 'depricated'. Did you mean 'deprecated'?"]),
    ("unknown dating", FACTS[1], "2030,,derived", "2030,,guessed",
     ["facts/places-and-figures.csv:5: unknown dating 'guessed'. Write derived, or leave it empty."]),
    ("unknown magnitude", FACTS[1], ",million,tonne", ",millon,tonne",
     ["facts/places-and-figures.csv:7: unknown magnitude 'millon'. Did you mean 'million'?"]),
    ("unknown comparison", FACTS[1], ",thousand,,moreThan", ",thousand,,morethan",
     ["facts/places-and-figures.csv:8: unknown comparison 'morethan'. Did you mean 'moreThan'?"]),
    ("unknown judgement", "decisions.csv", ",unsure,", ",perhaps,",
     ["decisions.csv:4: unknown judgement 'perhaps'. One of: same, different, unsure."]),
    ("unknown shape", "exceptions.csv", "CenterPlaceShape", "CentrePlaceShape",
     ["exceptions.csv:2: unknown shape 'CentrePlaceShape'. Did you mean 'CenterPlaceShape'?"]),
    ("unknown qualifier", FACTS[0], "occurrence,role,", "occurrence,rolle,",
     ["facts/memorandum.csv:1: unknown column or qualifier 'rolle'. Did you mean 'role'?"]),
    ("a relation as a column", FACTS[0], "occurrence,role,", "occurrence,locatedIn,",
     ["facts/memorandum.csv:1: unknown column or qualifier 'locatedIn'. Known columns: comparison, dating, from,"
      " id, magnitude, note, object, occasion, occurrence, onBehalfOf, ordinal, predicate, quote, rank, record, role,"
      " scope, source, spell, status, subject, supersedes, unit, until."]),
    ("unknown column", "entities.csv", "kind,identifiers", "kind,identifers",
     ["entities.csv:1: the column 'identifiers' is missing. Add it to the header row.",
      "entities.csv:1: unknown column or qualifier 'identifers'. Did you mean 'identifiers'?"]),
    # The wrong kind of thing.
    ("wrong class of object", FACTS[1], "lumen-center,joined,harbour-network", "lumen-center,joined,norland",
     ["facts/places-and-figures.csv:5: 'norland' is of class Country, but the object of 'joined' is of class"
      " Initiative. Correct the row, or the class in tiny/entities.csv:2."]),
    ("wrong class of subject", FACTS[0], SIGNED, "norland,signed,tide-memorandum,2031-05-03,",
     ["facts/memorandum.csv:6: 'norland' is of class Country, but the subject of 'signed' is of class Person."
      " Correct the row, or the class in tiny/entities.csv:2."]),
    ("wrong class of a qualifier", FACTS[0], ",head-of-partnerships,tidal-works,", ",ada-brook,tidal-works,",
     ["facts/memorandum.csv:6: 'ada-brook' is of class Person, but the qualifier 'role' is of class Capacity."
      " Correct the row, or the class in tiny/entities.csv:11."]),
    ("wrong class in an inverse row", FACTS[1], "harbour-network,hasMember,", "norland,hasMember,",
     ["facts/places-and-figures.csv:6: 'norland' is of class Country, but the subject of 'hasMember' is of class"
      " Initiative. Correct the row, or the class in tiny/entities.csv:2."]),
    ("a number for a thing", FACTS[1], "lumen-center,joined,harbour-network", "lumen-center,joined,5",
     ["facts/places-and-figures.csv:5: unknown object '5'. Add it to entities.csv."]),
    ("a thing for a number", FACTS[1], "jobsSupported,1.2", "jobsSupported,norland",
     [f"facts/places-and-figures.csv:8: 'norland' in 'object' is no number. {DIGITS}"]),
    ("a magnitude of no number", FACTS[1], "last year,,,,,,7,,", "last year,,,,,,7,million,",
     ["facts/places-and-figures.csv:5: 'magnitude' belongs to a figure, but 'joined' is a relation."
      " Empty the cell, or correct the predicate."]),
    # Dates and numbers.
    ("a date that a spreadsheet rewrote", FACTS[0], SIGNED, "ada-brook,signed,tide-memorandum,May-31,",
     [f"facts/memorandum.csv:6: 'May-31' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}"]),
    ("a date the other way round", "sources.csv", "2031-05-04", "04.05.2031",
     [f"sources.csv:2: '04.05.2031' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}"]),
    ("an impossible date", FACTS[0], SIGNED, "ada-brook,signed,tide-memorandum,2031-02-29,",
     [f"facts/memorandum.csv:6: '2031-02-29' is not a day of the calendar. {TEXT_COLUMN}"]),
    ("no date", "sources.csv", ",2031-06-01,", ",yesterday,",
     [f"sources.csv:4: 'yesterday' is not a date. {TEXT_COLUMN}"]),
    ("reversed dates", FACTS[1], COUNT, COUNT + "2031-05",
     ["facts/places-and-figures.csv:13: 'from' 2031-06-01 is after 'until' 2031-05. Swap or correct them."]),
    ("a date in digits of another script", FACTS[0], SIGNED, "ada-brook,signed,tide-memorandum,٢٠٣١,",
     [f"facts/memorandum.csv:6: '٢٠٣١' is not a date. {TEXT_COLUMN}"]),
    ("a wrong date of a decision", "decisions.csv", "unsure,Test Editor,2031-06-02", "unsure,Test Editor,2/6/2031",
     [f"decisions.csv:4: '2/6/2031' looks like a date that a spreadsheet rewrote. {TEXT_COLUMN}"]),
    ("a decimal comma", FACTS[1], "jobsSupported,1.2", 'jobsSupported,"1,2"',
     ["facts/places-and-figures.csv:8: '1,2' in 'object' has a decimal comma. Write a point: 1.2."]),
    ("an ordinal that is a word", FACTS[1], "last year,,,,,,7,", "last year,,,,,,seventh,",
     [f"facts/places-and-figures.csv:5: 'seventh' in 'ordinal' is no whole number. {DIGITS}"]),
    # Quotes.
    ("a quote that is not there", FACTS[0], WORDS, "the Ministry of Tides and Tidal Works sighed",
     ["facts/memorandum.csv:2: the quote \"the Ministry of Tides and Tidal Works sighed\" is not in the document of"
      " 'lantern'. Copy the words as they stand there."]),
    ("a quote in the wrong case", FACTS[0], WORDS, "The Ministry of Tides and Tidal Works signed",
     ["facts/memorandum.csv:2: the quote \"The Ministry of Tides and Tidal Works signed\" is not in the document of"
      " 'lantern'. Copy the words as they stand there."]),
    ("a quote from the other document", FACTS[0], "2031-05-03,,lantern," + WORDS, "2031-05-03,,fener," + WORDS,
     [f"facts/memorandum.csv:2: the quote \"{WORDS}\" is not in the document of 'fener'."
      " Copy the words as they stand there."]),
    ("a quote that stands twice", FACTS[0], "Qabarma Memorandumu,2", "Qabarma Memorandumu,",
     ["facts/memorandum.csv:5: the quote \"Qabarma Memorandumu\" stands 2 times in the document of 'fener'."
      " Say which one in the column 'occurrence' (1 to 2), or quote more words."]),
    ("an occurrence too high", FACTS[0], "Qabarma Memorandumu,2", "Qabarma Memorandumu,3",
     ['facts/memorandum.csv:5: the quote "Qabarma Memorandumu" stands only 2 times, so there is no occurrence 3.'
      " Correct the column 'occurrence'."]),
    ("an occurrence that is no number", FACTS[0], "Qabarma Memorandumu,2", "Qabarma Memorandumu,last",
     ["facts/memorandum.csv:5: 'last' in 'occurrence' is no whole number above 0. Write 1, 2, 3 …"]),
    ("more than 8 words", FACTS[0], WORDS, "2031 " + WORDS,
     ["facts/memorandum.csv:2: the quote has 9 words. Quote at most 8."]),
    ("no quote", FACTS[0], WORDS, "",
     ["facts/memorandum.csv:2: the fact has no quote. Quote the words that say it (at most 8), or give a registry's"
      " record."]),
    ("a quote of what has no document", FACTS[1], "harbour-register,,HR-3", "harbour-register,Norland,HR-3",
     ["facts/places-and-figures.csv:11: the source 'harbour-register' has no document to quote."
      " Name its document in tiny/sources.csv:4, or give a 'record' in place of the quote."]),
    ("a document that changed", "documents/fener.txt", "imzalayıb.", "imzaladı.",
     ["sources.csv:3: the document of 'fener' has changed since its quotes were recorded. Compare the two; if the facts"
      " still hold, run: kg check --record --documents DIR."]),
    ("a letter of a quoted passage", "documents/fener.txt", "yerləşir", "yerlaşir",
     ["facts/places-and-figures.csv:3: the quote \"Mərkəz Lümen Limanında yerləşir\" is not in the document of 'fener'."
      " Copy the words as they stand there.",
      "sources.csv:3: the document of 'fener' has changed since its quotes were recorded. Compare the two; if the facts"
      " still hold, run: kg check --record --documents DIR."]),
    ("a document that is not there", "sources.csv", "fener.txt", "fenar.txt",
     ["sources.csv:3: the document 'fenar.txt' is not in tiny/documents. Put it there, or correct its name."]),
    ("a document somewhere else", "sources.csv", "fener.txt", "../fener.txt",
     ["sources.csv:3: '../fener.txt' is no plain file name. Give the bare name of a file in the folder of documents."]),
    ("a broken line of quotes.csv", "quotes.csv", ",2,110,129,", ",2,there,129,",
     ["quotes.csv:3: 'start' and 'end' must be numbers. Write it anew: kg check --record."]),
    # What stands twice, or contradicts.
    ("an entity twice", "entities.csv", "tonne,Unit,,\n", "tonne,Unit,,\nnorland,Country,,\n",
     ["entities.csv:15: the id 'norland' stands already in line 2. Remove one of the two, or rename it."]),
    ("a source twice", "sources.csv", "register,\n", "register,\nlantern,Again,,,,en,,\n",
     ["sources.csv:5: the id 'lantern' stands already in line 2. Remove one of the two, or rename it."]),
    ("a row's id twice", FACTS[1], ",count-in-may,count-in-june,", ",,count-in-may,",
     ["facts/places-and-figures.csv:13: the id 'count-in-may' stands already in tiny/facts/places-and-figures.csv:12."
      " Give each row an id of its own."]),
    ("a fact twice", FACTS[0], WORKS, f"\nministry-of-tides,partyTo,tide-memorandum,2031,,lantern,{WORDS},",
     ["facts/memorandum.csv:3: the same fact with the same quote stands already in tiny/facts/memorandum.csv:2."
      " Remove one of the two."]),
    ("a name twice", "names.csv", "harbour-network,en,HN,acronym", "harbour-network,en,Harbour Network,acronym",
     ["names.csv:14: this name stands already in line 13. Keep one, or make one alternative."]),
    ("two preferred names", "names.csv", "HN,acronym", "HN,preferred",
     ["names.csv:14: a preferred name or rendering in this language stands already in line 13."
      " Keep one, or make one alternative."]),
    ("a decision twice", "decisions.csv", UNSURE, "reef-station,lumen-center,different",
     ["decisions.csv:4: the same judgement stands already in line 3. Remove one of the two."]),
    ("a decision on one id", "decisions.csv", UNSURE, "norland,norland,unsure",
     ["decisions.csv:4: the judgement is on one id only. Name two ids."]),
    ("contradictory decisions", "decisions.csv", UNSURE, "tidal-works,tidal-works-jsc,different",
     ["decisions.csv:4: 'tidal-works' and 'tidal-works-jsc' are judged different here, but the same by line 2."
      " Correct one of these judgements."]),
    ("a merge of two classes", "decisions.csv", UNSURE, "port-lumen,norland,same",
     ["entities.csv:3: 'port-lumen' is judged the same as 'norland', but their classes differ."
      " Give both the same class, or correct decisions.csv."]),
    # What is missing or cannot be.
    ("a decision of nobody", "decisions.csv", "unsure,Test Editor,", "unsure,,",
     ["decisions.csv:4: the judgement has no name. Write who judged in 'by'."]),
    ("a decision of no day", "decisions.csv", "unsure,Test Editor,2031-06-02", "unsure,Test Editor,",
     ["decisions.csv:4: the judgement has no date. Write the day it was made."]),
    ("an exception for no reason", "exceptions.csv", "no source tells where it stands", "",
     ["exceptions.csv:2: the exception has no reason. Say why."]),
    ("an empty name", "names.csv", "norland,en,Norland", "norland,en,",
     ["names.csv:2: the name is empty. Write it, or remove the line."]),
    ("a source without a title", "sources.csv", "lantern,Two sign for the tides", "lantern,",
     ["sources.csv:2: the source has no title. Give its headline, or its file name."]),
    ("an id that cannot be one", "entities.csv", "sea-authority,Kind,,", "sea-authority,Kind,,\nA B,Kind,,",
     [f"entities.csv:14: 'A B' cannot be an id. {CUT_ID}"]),
    ("an identifier that is none", "entities.csv", "example:NL-1", "NL-1",
     ["entities.csv:2: 'NL-1' is no identifier. Write scheme:value, such as ror:02hpadn98; several with a space"
      " between."]),
    ("a web address that is none", "sources.csv", "https://lantern.example/2031/tides", "https://lantern.example/<b>",
     ["sources.csv:2: 'https://lantern.example/<b>' is no web address. Begin it with https://, and write blanks and"
      " brackets as %20, %5B and %5D."]),
    # The table itself.
    ("a missing column", FACTS[0], "predicate,object,from", "predicate,objekt,from",
     ["facts/memorandum.csv:1: the column 'object' is missing. Add it to the header row.",
      "facts/memorandum.csv:1: unknown column or qualifier 'objekt'. Did you mean 'object'?"]),
    ("a column twice", FACTS[0], "from,until", "from,from",
     ["facts/memorandum.csv:1: the column 'from' stands twice. Remove one."]),
    ("too few cells", "names.csv", "norland,en,Norland,preferred,lantern", "norland,en,Norland",
     ["names.csv:2: the line has 3 cells, the header has 5. Is a comma missing, or a cell that has one unquoted?"]),
    ("a comma in a cell", "names.csv", "norland,en,Norland,", "norland,en,Norland, the Great,",
     ["names.csv:2: the line has 6 cells, the header has 5. Is a comma missing, or a cell that has one unquoted?"]),
    ("a broken line", FACTS[0], '"""Qabarma İşləri"" ASC 2031-ci ildə"', '"Qabarma "İşləri" ASC 2031-ci ildə"',
     [f"facts/memorandum.csv:4: the line is broken (',' expected after '\"'). {CLOSE}"]),
    ("a mark that never closes", FACTS[0], 'partnerships, signed for"', "partnerships, signed for",
     [f"facts/memorandum.csv:7: the line is broken (unexpected end of data). {CLOSE}"]),
    ("a bidirectional name", "names.csv", "Ada Brook", "Ada \u202eBrook",
     ["names.csv:17: the cell 'name' holds the bidirectional character U+202E. Remove it."]),
    ("a control character in a name", "names.csv", "Ada Brook", "Ada\x1b[31m Brook",
     ["names.csv:17: the cell 'name' holds the control character U+001B. Remove it."]),
    ("a newline in a name", "names.csv", "Ada Brook", '"Ada\nBrook"',
     ["names.csv:17: the cell 'name' holds the control character U+000A. Remove it."]),
    ("a mark of direction in a title", "sources.csv", "Two sign for", "Two \u2067sign for",
     ["sources.csv:2: the cell 'title' holds the bidirectional character U+2067. Remove it."]),
]  # fmt: skip
