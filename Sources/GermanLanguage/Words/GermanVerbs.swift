/// Forms of German verbs, built from the principal parts in `verbs.tsv`.
///
/// For each verb: third person present, simple past, both Konjunktive, past participle and infinitive;
/// for the separable verbs of `reporting-frames.tsv` also the forms joined with their particle
/// ("mitteilte", "mitgeteilt", "mitzuteilen"). Other prefixed verbs are recognised by the verb behind
/// their prefix when they are met.
public struct GermanVerbs: Sendable {
  /// What one word form may be.
  public struct Form: Sendable {
    /// The verb, by its number.
    public var verb: Int16
    /// What the form may be: finite, participle, infinitive …
    public var classes: WordClass
  }

  private var table = WordTable(minimumCapacity: 16_000)
  private(set) var forms: [Form] = []
  /// The fold of each of `forms`.
  private(set) var folds: [UInt64] = []
  /// Infinitive's fold to verb number.
  private var numbers = WordTable(minimumCapacity: 2000)
  /// Infinitives by verb number; joined separable verbs come after the simple ones.
  public private(set) var infinitives: [String] = []

  /// The form that a folded word is; nil when it is none of the list.
  @inline(__always)
  public func form(_ fold: UInt64) -> Form? {
    table[fold].map { forms[Int($0)] }
  }

  /// The number of a verb by its infinitive ("mitteilen"); nil when unknown.
  public func number(_ infinitive: String) -> Int16? {
    numbers[WordFold.hash(infinitive)].map { Int16($0) }
  }

  init(files: LexiconFiles) {
    var parts: [UInt64: [String]] = [:]
    for row in TabSeparatedTable(files.bytes("verbs.tsv")).rows {
      let principal = Conjugation(
        infinitive: row["infinitive"], present: row["present3"], past: row["preterite"],
        participle: row["participle"], konjunktiv2: row["konjunktiv2"])
      parts[WordFold.hash(principal.infinitive)] = [
        principal.present, principal.past, principal.participle, principal.konjunktiv2,
      ]
      add(principal, particle: "")
    }
    let separable = ["reporting-frames.tsv", "reported-verbs.tsv"]
    for row in separable.flatMap({ TabSeparatedTable(files.bytes($0)).rows }) {
      let lemma = row["lemma"]
      let particle = row["particle"]
      if number(lemma) != nil { continue }
      let base = String(lemma.dropFirst(particle.count))
      let known = parts[WordFold.hash(base)] ?? prefixed(base, parts) ?? ["", "", "", ""]
      let principal = Conjugation(
        infinitive: base, present: known[0], past: known[1], participle: known[2],
        konjunktiv2: known[3])
      if number(base) == nil, !particle.isEmpty { add(principal, particle: "") }
      add(principal, particle: particle)
    }
  }

  /// Principal parts of a verb with an inseparable prefix by those of the verb behind it: "versprechen"
  /// as "sprechen".
  private func prefixed(_ infinitive: String, _ parts: [UInt64: [String]]) -> [String]? {
    for prefix in Self.inseparable where infinitive.hasPrefix(prefix) {
      let rest = String(infinitive.dropFirst(prefix.count))
      guard let known = parts[WordFold.hash(rest)], rest.utf8.count >= 3 else { continue }
      var participle = known[2]
      if participle.hasPrefix("ge"), !rest.hasPrefix("ge") { participle.removeFirst(2) }
      return [prefix + known[0], prefix + known[1], prefix + participle, prefix + known[3]]
    }
    return nil
  }

  private static let inseparable = [
    "be", "ver", "er", "ent", "zer", "ge", "miss", "über", "unter", "wider", "hinter", "emp",
  ]

  private mutating func add(_ verb: Conjugation, particle: String) {
    let number = Int16(infinitives.count)
    infinitives.append(particle + verb.infinitive)
    numbers[WordFold.hash(particle + verb.infinitive)] = Int32(number)
    func addForm(_ word: String, _ classes: WordClass) {
      let fold = WordFold.hash(word)
      if let index = table[fold] {
        forms[Int(index)].classes.formUnion(classes)
      } else {
        table[fold] = Int32(forms.count)
        forms.append(Form(verb: number, classes: classes))
        folds.append(fold)
      }
    }
    let stem = verb.stem
    let attributive: WordClass = verb.pastCanBeAdjective ? .ambiguousFinite : .finite
    let participleIsPresent = verb.participle == verb.present
    addForm(
      particle + verb.present,
      participleIsPresent ? [.ambiguousFinite, .participle] : .finite)
    let pastPlural = verb.past.hasSuffix("e") ? verb.past + "n" : verb.past + "en"
    addForm(particle + verb.past, verb.isStrong ? [.finite, .past] : [attributive, .past])
    addForm(
      particle + pastPlural,
      verb.isStrong
        ? [pastPlural == verb.participle ? .ambiguousFinite : .finite, .past, .pluralVerb]
        : [attributive, .past, .pluralVerb])
    addForm(particle + verb.participle, .participle)
    addForm(particle + verb.infinitive, [.infinitive, .ambiguousFinite, .pluralVerb])
    if !particle.isEmpty { addForm(particle + "zu" + verb.infinitive, .zuInfinitive) }
    addForm(particle + stem + "e", .konjunktiv1)
    if verb.infinitive.hasSuffix("eln") {
      addForm(particle + stem.dropLast(2) + "le", .konjunktiv1)
    }
    if verb.isStrong, verb.konjunktiv2 != verb.past {
      let isPastPlural = verb.konjunktiv2 + "n" == pastPlural
      addForm(particle + verb.konjunktiv2, .konjunktiv2)
      if !isPastPlural { addForm(particle + verb.konjunktiv2 + "n", [.konjunktiv2, .pluralVerb]) }
    }
  }

  private static let prefixes: [[UInt8]] = [
    "be", "ver", "er", "ent", "zer", "ge", "miss", "über", "unter", "wider", "hinter", "um", "an",
    "auf", "aus", "ab", "bei", "ein", "mit", "nach", "vor", "zu", "zurück", "zusammen", "durch",
    "hin", "her", "heraus", "hervor", "hinaus", "hinein", "herein", "herunter", "heran", "hinzu",
    "fest", "frei", "fort", "weg", "weiter", "wieder", "wahr", "statt", "teil", "bekannt", "los",
    "nieder", "voraus", "vorbei", "bereit", "entgegen", "bevor", "dar", "nahe", "empor", "ein",
    "wett", "preis", "klar", "gegenüber", "hoch", "aufrecht", "vollends", "überein",
  ].map { WordFold.folded($0) }.sorted { $0.count > $1.count }

  /// The prefixes by their first letter.
  private let prefixesByInitial: [[[UInt8]]] = {
    var table: [[[UInt8]]] = Array(repeating: [], count: 256)
    for prefix in Self.prefixes { table[Int(prefix[0])].append(prefix) }
    return table
  }()

  /// The classes of a verb that is not listed but made of a prefix and one that is.
  func prefixedClasses(_ word: UnsafeBufferPointer<UInt8>) -> WordClass {
    guard word.count >= 6, word.count <= 40 else { return [] }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 96) { folded in
      var count = 0
      WordFold.fold(word) {
        if count < 96 {
          folded[count] = $0
          count += 1
        }
      }
      // "voranzutreiben", "wiederherzustellen": an infinitive behind an inner "zu".
      var middle = 2
      while middle + 5 < count {
        if folded[middle] == 0x7A, folded[middle + 1] == 0x75,
          let form = form(Self.hash(folded, middle + 2, count)),
          form.classes.contains(.infinitive)
        {
          return .zuInfinitive
        }
        middle += 1
      }
      for prefix in prefixesByInitial[Int(folded[0])] where count >= prefix.count + 3 {
        var matches = true
        for index in 0..<prefix.count where folded[index] != prefix[index] {
          matches = false
          break
        }
        guard matches else { continue }
        var start = prefix.count
        if let form = form(Self.hash(folded, start, count)) {
          // "unterschrieben", "verstärkt": without "ge" the participle looks like a finite form.
          var participle = WordFold.offsetBasis
          participle = WordFold.step(WordFold.step(participle, 0x67), 0x65)
          for index in start..<count { participle = WordFold.step(participle, folded[index]) }
          if form.classes.contains(.finite),
            let other = self.form(participle), other.classes.contains(.participle)
          {
            return form.classes.subtracting(.finite).union([.ambiguousFinite, .participle])
          }
          return form.classes
        }
        // "anzukommen", "umzusetzen".
        if count > start + 4, folded[start] == 0x7A, folded[start + 1] == 0x75 {
          start += 2
          if let form = form(Self.hash(folded, start, count)), form.classes.contains(.infinitive) {
            return .zuInfinitive
          }
        }
        // "vorenthalten", "einbezogen": one more inseparable prefix.
        for innerBytes in Self.innerPrefixes {
          let begin = prefix.count
          if count >= begin + innerBytes.count + 3,
            (0..<innerBytes.count).allSatisfy({ folded[begin + $0] == innerBytes[$0] }),
            let form = form(Self.hash(folded, begin + innerBytes.count, count))
          {
            return form.classes
          }
        }
      }
      return []
    }
  }

  private static let innerPrefixes = ["be", "ver", "er", "ent", "zer", "ge"].map {
    Array($0.utf8)
  }

  private static func hash(
    _ folded: UnsafeMutableBufferPointer<UInt8>, _ begin: Int, _ end: Int
  ) -> UInt64 {
    var hash = WordFold.offsetBasis
    for index in begin..<end { hash = WordFold.step(hash, folded[index]) }
    return hash
  }
}

/// The principal parts of one verb; those that are not given follow the regular (weak) pattern.
struct Conjugation {
  let infinitive: String
  let present: String
  let past: String
  let participle: String
  let konjunktiv2: String
  let isStrong: Bool

  init(infinitive: String, present: String, past: String, participle: String, konjunktiv2: String) {
    self.infinitive = infinitive
    isStrong =
      !past.isEmpty
      && past != Self.stem(of: infinitive)
        + (Self.needsLink(Self.stem(of: infinitive)) ? "ete" : "te")
    let stem = Self.stem(of: infinitive)
    let link = Self.needsLink(stem) ? "e" : ""
    self.present = present.isEmpty ? stem + link + "t" : present
    self.past = past.isEmpty ? stem + link + "te" : past
    self.konjunktiv2 = konjunktiv2.isEmpty ? self.past : konjunktiv2
    if participle.isEmpty {
      let bare = infinitive.hasSuffix("ieren") || Self.hasInseparablePrefix(infinitive)
      self.participle = (bare ? "" : "ge") + stem + link + "t"
    } else {
      self.participle = participle
    }
  }

  var stem: String { Self.stem(of: infinitive) }

  /// Whether the past in -te can also be an inflected participle: "die bestätigte Meldung".
  var pastCanBeAdjective: Bool { !isStrong && participle == present }

  private static func stem(of infinitive: String) -> String {
    String(infinitive.dropLast(infinitive.hasSuffix("en") ? 2 : 1))
  }

  /// Whether an e stands before -t and -te: arbeitet, öffnet, atmet, bezeichnet (but wohnt).
  private static func needsLink(_ stem: String) -> Bool {
    let end = Array(stem.utf8.suffix(3))
    guard let last = end.last else { return false }
    if last == UInt8(ascii: "t") || last == UInt8(ascii: "d") { return true }
    if last == UInt8(ascii: "n") || last == UInt8(ascii: "m"), end.count >= 2 {
      let before = end[end.count - 2]
      if before == UInt8(ascii: "h") { return end[0] == UInt8(ascii: "c") }
      let vowelsAndLiquids = Array("aeioulrmnßäöü".utf8)
      return !vowelsAndLiquids.contains(before) && before < 0x80
    }
    return false
  }

  private static func hasInseparablePrefix(_ infinitive: String) -> Bool {
    ["be", "ver", "er", "ent", "zer", "ge", "miss", "über", "unter", "wider", "hinter", "voll"]
      .contains { infinitive.hasPrefix($0) && infinitive.utf8.count >= $0.utf8.count + 4 }
      && !["beben", "beten", "betteln", "ernten", "erben", "ehren", "geißeln", "gerben"]
        .contains(infinitive)
  }
}
