/// What a word can be, coarse parts of speech and semantic classes at once; a word form may be several.
///
/// Classes come from the `classes` column of the word lists (`function-words.tsv`, `nouns.tsv`, …),
/// whose names are those of `WordClass.named`.
public struct WordClass: OptionSet, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }

  // Closed classes.
  public static let definiteArticle = WordClass(rawValue: 1 << 0)
  public static let indefiniteArticle = WordClass(rawValue: 1 << 1)
  /// mein, sein, ihr, unser … with endings.
  public static let possessive = WordClass(rawValue: 1 << 2)
  /// dieser, jener, jeder, mehrere, einige, viele, alle, kein …
  public static let determiner = WordClass(rawValue: 1 << 3)
  /// Personal pronoun in the nominative: er, sie, es, ich, wir, ihr, du, man, Sie.
  public static let pronoun = WordClass(rawValue: 1 << 4)
  /// Personal pronoun in another case: ihm, ihn, ihnen, uns …
  public static let objectPronoun = WordClass(rawValue: 1 << 5)
  public static let reflexive = WordClass(rawValue: 1 << 6)
  public static let preposition = WordClass(rawValue: 1 << 7)
  /// und, oder, sowie, aber …
  public static let coordinator = WordClass(rawValue: 1 << 8)
  /// dass, ob, weil, wenn …
  public static let subordinator = WordClass(rawValue: 1 << 9)
  /// wer, was, wie, wo, warum …
  public static let interrogative = WordClass(rawValue: 1 << 10)
  public static let adverb = WordClass(rawValue: 1 << 11)
  public static let negation = WordClass(rawValue: 1 << 12)
  /// der, die, das, dessen, welcher …: may open a relative clause.
  public static let relative = WordClass(rawValue: 1 << 13)

  // Verb forms.
  /// A form that is finite and nothing else, or nearly so.
  public static let finite = WordClass(rawValue: 1 << 14)
  public static let auxiliary = WordClass(rawValue: 1 << 15)
  public static let modal = WordClass(rawValue: 1 << 16)
  /// Konjunktiv I, recognisable as such: sei, habe, werde, könne, gehe.
  public static let konjunktiv1 = WordClass(rawValue: 1 << 17)
  /// Konjunktiv II, recognisable as such: wäre, hätte, würde, käme.
  public static let konjunktiv2 = WordClass(rawValue: 1 << 18)
  public static let participle = WordClass(rawValue: 1 << 19)
  public static let infinitive = WordClass(rawValue: 1 << 20)
  /// A particle that a verb can leave at the end of the clause: an, auf, mit, zurück, bekannt.
  public static let particle = WordClass(rawValue: 1 << 21)

  // Nouns and names.
  public static let title = WordClass(rawValue: 1 << 22)
  public static let givenName = WordClass(rawValue: 1 << 23)
  /// von, van, de, bin, al …
  public static let nameParticle = WordClass(rawValue: 1 << 24)
  /// A noun for a person: Sprecher, Minister, Anwalt.
  public static let person = WordClass(rawValue: 1 << 25)
  /// A noun for a body that can speak: Regierung, Polizei, Ministerium.
  public static let organisation = WordClass(rawValue: 1 << 26)
  /// A noun for something written or said that can stand as a source: Bericht, Studie, Umfrage.
  public static let source = WordClass(rawValue: 1 << 27)
  /// A noun of saying: Angaben, Aussage, Behauptung, Forderung.
  public static let saying = WordClass(rawValue: 1 << 28)
  /// A state, capital or government seat that can stand for a government.
  public static let state = WordClass(rawValue: 1 << 29)
  public static let month = WordClass(rawValue: 1 << 30)
  public static let weekday = WordClass(rawValue: 1 << 31)
  /// A noun of time or measure: Jahr, Woche, Uhr, Prozent.
  public static let time = WordClass(rawValue: 1 << 32)
  /// An abbreviation whose full stop does not end a sentence.
  public static let abbreviation = WordClass(rawValue: 1 << 33)
  /// An abbreviation that may also end one: usw., etc.
  public static let closingAbbreviation = WordClass(rawValue: 1 << 34)
  public static let numeral = WordClass(rawValue: 1 << 35)
  /// A noun of a thing: never a speaker.
  public static let thing = WordClass(rawValue: 1 << 36)
  /// A finite form of a verb of the reporting lexicon.
  public static let reporting = WordClass(rawValue: 1 << 37)
  /// Feminine, masculine or neuter, plural nominative determiners, to tell subjects from objects.
  public static let nominative = WordClass(rawValue: 1 << 38)
  /// A determiner or pronoun that cannot be nominative: dem, den, des, ihm, einem …
  public static let oblique = WordClass(rawValue: 1 << 39)
  /// A genitive determiner: des, eines, der (ambiguous) …
  public static let genitive = WordClass(rawValue: 1 << 40)
  /// A form of "sollen" in the indicative present: soll, sollen.
  public static let hearsay = WordClass(rawValue: 1 << 41)
  /// First or second person: ich, wir, uns, mein, unser: the voice of a direct quotation.
  public static let firstPerson = WordClass(rawValue: 1 << 42)
  /// A finite form that is also another kind of word (most forms in -en, -t): decided in context.
  public static let ambiguousFinite = WordClass(rawValue: 1 << 43)
  /// An adjective in its bare or an inflected form.
  public static let adjective = WordClass(rawValue: 1 << 44)
  /// A newspaper, agency or broadcaster.
  public static let medium = WordClass(rawValue: 1 << 45)
  /// A verb form in the plural, or one that may be.
  public static let pluralVerb = WordClass(rawValue: 1 << 46)
  /// An infinitive with "zu" inside: mitzuteilen.
  public static let zuInfinitive = WordClass(rawValue: 1 << 47)
  /// A form in the simple past.
  public static let past = WordClass(rawValue: 1 << 48)

  /// All classes that a capitalised word inside a sentence cannot have.
  public static let verbal: WordClass = [
    .finite, .ambiguousFinite, .konjunktiv1, .konjunktiv2, .participle, .infinitive,
    .zuInfinitive, .pluralVerb, .past, .auxiliary, .modal, .hearsay,
  ]

  /// The names used in the data files.
  public static let named: [String: WordClass] = [
    "definite": .definiteArticle, "indefinite": .indefiniteArticle, "possessive": .possessive,
    "determiner": .determiner, "pronoun": .pronoun, "object-pronoun": .objectPronoun,
    "reflexive": .reflexive, "preposition": .preposition, "coordinator": .coordinator,
    "subordinator": .subordinator, "interrogative": .interrogative, "adverb": .adverb,
    "negation": .negation, "relative": .relative, "finite": .finite, "auxiliary": .auxiliary,
    "modal": .modal, "konjunktiv1": .konjunktiv1, "konjunktiv2": .konjunktiv2,
    "participle": .participle, "infinitive": .infinitive, "particle": .particle,
    "title": .title, "given-name": .givenName, "name-particle": .nameParticle,
    "person": .person, "organisation": .organisation, "source": .source, "saying": .saying,
    "state": .state, "month": .month, "weekday": .weekday, "time": .time,
    "abbreviation": .abbreviation, "closing-abbreviation": .closingAbbreviation,
    "numeral": .numeral, "thing": .thing, "nominative": .nominative, "oblique": .oblique,
    "genitive": .genitive, "hearsay": .hearsay, "first-person": .firstPerson,
    "ambiguous-finite": .ambiguousFinite, "adjective": .adjective, "medium": .medium,
  ]
}
