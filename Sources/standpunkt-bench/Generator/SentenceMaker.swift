/// Writes sentences: every construction of reported speech, and the author's own voice between them.
struct SentenceMaker {
  /// A person of the article.
  struct Person {
    var name: String
    var surname: String
    /// "Bürgermeisterin Petra Lindau", "die Politologin Gesa Thorwald".
    var full: String
    var pronoun: String
  }

  var random: SeededRandom
  /// The people who speak in this article.
  let people: [Person]
  /// Opening and closing mark, outer then inner.
  let marks: [String]
  let place: String
  let weekday: String

  init(random: SeededRandom) {
    var random = random
    let first = random.below(4)
    marks =
      [
        ["„", "“", "‚", "‘"], ["\"", "\"", "‚", "‘"], ["»", "«", "›", "‹"], ["«", "»", "‹", "›"],
      ][first]
    people = (0..<3).map { _ in Self.person(&random) }
    place = random.pick(Vocabulary.places)
    weekday = random.pick(Vocabulary.weekdays)
    self.random = random
  }

  private static func person(_ random: inout SeededRandom) -> Person {
    let isWoman = random.chance(50)
    let surname = random.pick(Vocabulary.surnames)
    let name = random.pick(isWoman ? Vocabulary.womenFirst : Vocabulary.menFirst) + " " + surname
    let office = random.pick(Vocabulary.offices)
    var full = (isWoman ? office.feminine : office.masculine) + " " + name
    if random.chance(25) { full += " (\(random.pick(Vocabulary.parties)))" }
    return Person(name: name, surname: surname, full: full, pronoun: isWoman ? "sie" : "er")
  }

  /// One to three sentences that report what somebody said.
  mutating func reported() -> String {
    let person = random.pick(people)
    let who = random.chance(35) ? person.surname : person.full
    let body = random.pick(Vocabulary.bodies)
    let verb = random.pick(Vocabulary.sayingVerbs)
    let thing = random.pick(Vocabulary.things)
    let deed = random.pick(Vocabulary.deeds)
    let how = random.pick(Vocabulary.adverbials)
    let wanted = "\(thing.accusative) \(how) \(deed.infinitive)"
    switch random.below(20) {
    case 0:
      return "\(marks[0])Wir werden \(wanted)\(marks[1]), \(verb) \(who) am \(weekday)."
    case 1:
      return "\(capital(who)) \(verb) in \(place): \(marks[0])Niemand will \(wanted).\(marks[1])"
    case 2:
      return "\(marks[0])Wir können\(marks[1]), \(verb) \(who), \(marks[0])\(wanted).\(marks[1])"
    case 3:
      return "\(capital(who)) \(verb), man werde \(wanted). Das habe \(person.pronoun) schon im "
        + "\(random.pick(Vocabulary.months)) angekündigt. Weitere Schritte müssten folgen."
    case 4:
      return
        "\(capital(body)) teilte mit, dass \(thing.nominative) \(how) \(deed.participle) werde."
    case 5:
      return
        "Man könne \(wanted), \(verb) \(who) der Zeitung \(marks[0])\(random.pick(Vocabulary.papers))\(marks[1])."
    case 6:
      return "\(capital(body)) fordert, \(thing.accusative) \(how) \(deed.withZu)."
    case 7:
      return "Laut \(person.full) will die Regierung \(wanted)."
    case 8:
      return
        "Nach Angaben \(random.pick(Vocabulary.sources)) soll \(thing.nominative) \(how) kommen."
    case 9:
      return "Das Land will, so \(who), \(wanted)."
    case 10:
      return "\(capital(body)) forderte \(deed.noun) \(thing.genitive)."
    case 11:
      return
        "\(capital(who)) nannte \(thing.accusative) \(marks[0])einen Fehler mit Ansage\(marks[1])."
    case 12:
      return "\(capital(body)) warnte vor den Folgen. Auch \(place) solle sich darauf einstellen."
    case 13:
      return "Man werde \(wanted). Das kündigte \(who) am \(weekday) in \(place) an."
    case 14:
      return "Wie \(body) mitteilte, wird \(thing.nominative) \(how) \(deed.participle)."
    case 15:
      return "\(capital(who)) warf der Regierung vor, \(thing.accusative) nicht \(deed.withZu)."
    case 16:
      return
        "\(marks[0])Mein Vorgänger hat gesagt: \(marks[2])Das geht nie gut\(marks[3]), und er hatte "
        + "recht\(marks[1]), erinnerte sich \(who)."
    case 17:
      return "\(capital(body)) lehnt es ab, \(thing.accusative) \(how) \(deed.withZu)."
    case 18:
      return
        "\(capital(who)) sei \(marks[0])nicht zufrieden mit dem bisherigen Weg\(marks[1]), hieß es am \(weekday)."
    default:
      return
        "\(capital(who)) zeigte sich überzeugt, dass \(thing.nominative) \(how) \(deed.participle) wird."
    }
  }

  /// One sentence in the author's voice.
  mutating func background() -> String {
    let number = String(12 + random.below(900))
    var sentence = random.pick(Vocabulary.background)
    while let place = sentence.firstRange(of: "%C") {
      sentence.replaceSubrange(place, with: Compounds.noun(&random))
    }
    return
      sentence
      .replacing("%P", with: random.pick(Vocabulary.places))
      .replacing("%T", with: random.pick(Vocabulary.things).nominative)
      .replacing("%N", with: number)
  }

  /// A third of the sentences report, as in real news (three to five statements a kilobyte).
  mutating func paragraph(sentences: Int) -> String {
    var parts: [String] = []
    for _ in 0..<sentences { parts.append(random.chance(32) ? reported() : background()) }
    return parts.joined(separator: " ")
  }

  mutating func headline() -> String {
    let thing = random.pick(Vocabulary.things)
    let person = random.pick(people)
    switch random.below(4) {
    case 0:
      return
        "\(person.surname): Land will \(thing.accusative) \(random.pick(Vocabulary.deeds).infinitive)"
    case 1: return "Streit um \(thing.accusative) in \(place)"
    case 2: return "\(marks[0])So geht es nicht weiter\(marks[1])"
    default: return "\(person.surname) warnt vor Folgen für \(place)"
    }
  }

  private func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}
