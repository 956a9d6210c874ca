/// What a word can be, coarse parts of speech and semantic classes at once; a word form may be several.
///
/// Classes come from the `classes` column of the word lists (`function-words.tsv`, `nouns.tsv`, …),
/// whose names are those of `WordClass.named`.
public struct WordClass: OptionSet, Sendable {
  /// The classes as bits.
  public let rawValue: UInt64
  /// Classes from their bits.
  @inlinable public init(rawValue: UInt64) { self.rawValue = rawValue }

  // Computed and inlinable, so that other modules see constants: as stored globals each use was a call,
  // and all the phases of reading an article ask for classes at every word.

  // Closed classes.
  /// der, die, das …
  /// ein, eine, einem …
  @inlinable public static var definiteArticle: WordClass { WordClass(rawValue: 1 << 0) }
  /// ein, eine, einem …
  @inlinable public static var indefiniteArticle: WordClass { WordClass(rawValue: 1 << 1) }
  /// mein, sein, ihr, unser … with endings.
  @inlinable public static var possessive: WordClass { WordClass(rawValue: 1 << 2) }
  /// dieser, jener, jeder, mehrere, einige, viele, alle, kein …
  @inlinable public static var determiner: WordClass { WordClass(rawValue: 1 << 3) }
  /// Personal pronoun in the nominative: er, sie, es, ich, wir, ihr, du, man, Sie.
  @inlinable public static var pronoun: WordClass { WordClass(rawValue: 1 << 4) }
  /// Personal pronoun in another case: ihm, ihn, ihnen, uns …
  @inlinable public static var objectPronoun: WordClass { WordClass(rawValue: 1 << 5) }
  /// sich, mich, uns …
  @inlinable public static var reflexive: WordClass { WordClass(rawValue: 1 << 6) }
  /// in, nach, laut, gegenüber …
  @inlinable public static var preposition: WordClass { WordClass(rawValue: 1 << 7) }
  /// und, oder, sowie, aber …
  @inlinable public static var coordinator: WordClass { WordClass(rawValue: 1 << 8) }
  /// dass, ob, weil, wenn …
  @inlinable public static var subordinator: WordClass { WordClass(rawValue: 1 << 9) }
  /// wer, was, wie, wo, warum …
  @inlinable public static var interrogative: WordClass { WordClass(rawValue: 1 << 10) }
  /// A word that is nothing else: gestern, bereits, dort.
  @inlinable public static var adverb: WordClass { WordClass(rawValue: 1 << 11) }
  /// nicht, kein, nie …
  @inlinable public static var negation: WordClass { WordClass(rawValue: 1 << 12) }
  /// der, die, das, dessen, welcher …: may open a relative clause.
  @inlinable public static var relative: WordClass { WordClass(rawValue: 1 << 13) }

  // Verb forms.
  /// A form that is finite and nothing else, or nearly so.
  @inlinable public static var finite: WordClass { WordClass(rawValue: 1 << 14) }
  /// A form of haben, sein or werden.
  @inlinable public static var auxiliary: WordClass { WordClass(rawValue: 1 << 15) }
  /// A form of können, müssen, sollen, wollen, dürfen or mögen.
  @inlinable public static var modal: WordClass { WordClass(rawValue: 1 << 16) }
  /// Konjunktiv I, recognisable as such: sei, habe, werde, könne, gehe.
  @inlinable public static var konjunktiv1: WordClass { WordClass(rawValue: 1 << 17) }
  /// Konjunktiv II, recognisable as such: wäre, hätte, würde, käme.
  @inlinable public static var konjunktiv2: WordClass { WordClass(rawValue: 1 << 18) }
  /// A past participle: gesagt, erklärt.
  @inlinable public static var participle: WordClass { WordClass(rawValue: 1 << 19) }
  /// sagen, erklären.
  @inlinable public static var infinitive: WordClass { WordClass(rawValue: 1 << 20) }
  /// A particle that a verb can leave at the end of the clause: an, auf, mit, zurück, bekannt.
  @inlinable public static var particle: WordClass { WordClass(rawValue: 1 << 21) }

  // Nouns and names.
  /// A title before names: Präsident, Dr., Ministerin.
  /// A given name of the list.
  @inlinable public static var title: WordClass { WordClass(rawValue: 1 << 22) }
  /// A given name of the list.
  @inlinable public static var givenName: WordClass { WordClass(rawValue: 1 << 23) }
  /// von, van, de, bin, al …
  @inlinable public static var nameParticle: WordClass { WordClass(rawValue: 1 << 24) }
  /// A noun for a person: Sprecher, Minister, Anwalt.
  @inlinable public static var person: WordClass { WordClass(rawValue: 1 << 25) }
  /// A noun for a body that can speak: Regierung, Polizei, Ministerium.
  @inlinable public static var organisation: WordClass { WordClass(rawValue: 1 << 26) }
  /// A noun for something written or said that can stand as a source: Bericht, Studie, Umfrage.
  @inlinable public static var source: WordClass { WordClass(rawValue: 1 << 27) }
  /// A noun of saying: Angaben, Aussage, Behauptung, Forderung.
  @inlinable public static var saying: WordClass { WordClass(rawValue: 1 << 28) }
  /// A state, capital or government seat that can stand for a government.
  @inlinable public static var state: WordClass { WordClass(rawValue: 1 << 29) }
  /// Januar … Dezember.
  @inlinable public static var month: WordClass { WordClass(rawValue: 1 << 30) }
  /// Montag … Sonntag, also shortened.
  @inlinable public static var weekday: WordClass { WordClass(rawValue: 1 << 31) }
  /// A noun of time or measure: Jahr, Woche, Uhr, Prozent.
  @inlinable public static var time: WordClass { WordClass(rawValue: 1 << 32) }
  /// An abbreviation whose full stop does not end a sentence.
  @inlinable public static var abbreviation: WordClass { WordClass(rawValue: 1 << 33) }
  /// An abbreviation that may also end one: usw., etc.
  @inlinable public static var closingAbbreviation: WordClass { WordClass(rawValue: 1 << 34) }
  /// A number in words.
  @inlinable public static var numeral: WordClass { WordClass(rawValue: 1 << 35) }
  /// A noun of a thing: never a speaker.
  @inlinable public static var thing: WordClass { WordClass(rawValue: 1 << 36) }
  /// A finite form of a verb of the reporting lexicon.
  @inlinable public static var reporting: WordClass { WordClass(rawValue: 1 << 37) }
  /// Feminine, masculine or neuter, plural nominative determiners, to tell subjects from objects.
  @inlinable public static var nominative: WordClass { WordClass(rawValue: 1 << 38) }
  /// A determiner or pronoun that cannot be nominative: dem, den, des, ihm, einem …
  @inlinable public static var oblique: WordClass { WordClass(rawValue: 1 << 39) }
  /// A genitive determiner: des, eines, der (ambiguous) …
  @inlinable public static var genitive: WordClass { WordClass(rawValue: 1 << 40) }
  /// A form of "sollen" in the indicative present: soll, sollen.
  @inlinable public static var hearsay: WordClass { WordClass(rawValue: 1 << 41) }
  /// First or second person: ich, wir, uns, mein, unser: the voice of a direct quotation.
  @inlinable public static var firstPerson: WordClass { WordClass(rawValue: 1 << 42) }
  /// A finite form that is also another kind of word (most forms in -en, -t): decided in context.
  @inlinable public static var ambiguousFinite: WordClass { WordClass(rawValue: 1 << 43) }
  /// An adjective in its bare or an inflected form.
  @inlinable public static var adjective: WordClass { WordClass(rawValue: 1 << 44) }
  /// A newspaper, agency or broadcaster.
  @inlinable public static var medium: WordClass { WordClass(rawValue: 1 << 45) }
  /// A verb form in the plural, or one that may be.
  @inlinable public static var pluralVerb: WordClass { WordClass(rawValue: 1 << 46) }
  /// An infinitive with "zu" inside: mitzuteilen.
  @inlinable public static var zuInfinitive: WordClass { WordClass(rawValue: 1 << 47) }
  /// A form in the simple past.
  @inlinable public static var past: WordClass { WordClass(rawValue: 1 << 48) }

  /// All classes that a capitalised word inside a sentence cannot have.
  @inlinable public static var verbal: WordClass {
    [
      .finite, .ambiguousFinite, .konjunktiv1, .konjunktiv2, .participle, .infinitive,
      .zuInfinitive, .pluralVerb, .past, .auxiliary, .modal, .hearsay,
    ]
  }

  /// Whether all classes of another set are in this one. Written out, since the general one of option sets
  /// goes through a table of functions at each call from another module.
  @inlinable public func contains(_ member: WordClass) -> Bool {
    rawValue & member.rawValue == member.rawValue
  }

  /// Whether no class is in both sets.
  @inlinable public func isDisjoint(with other: WordClass) -> Bool {
    rawValue & other.rawValue == 0
  }

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
