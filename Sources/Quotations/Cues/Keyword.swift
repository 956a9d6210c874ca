import GermanLanguage

/// Single words that rules name. Their raw words are written without umlauts, as folding reads them.
enum Keyword: UInt8, CaseIterable {
  case none
  // Prepositions and particles that point to a source.
  case laut, nach, zufolge, gemaess, so, wie, demnach, danach, wonach, demzufolge, entsprechend
  case von, vom, durch, gegenueber, fuer, aus, im, bei, beim, vor, mit, an, am, auf, ueber, zu, zum,
    zur
  case `in`, gegen, um, unter, als, seitens, vonseiten
  // Openers of content.
  case dass, ob, weil, da, wenn, falls, nachdem, obwohl, bevor, damit, sodass, waehrend, indem,
    ohne, statt
  case anstatt, bis, seit, sobald, solange, sofern, soweit, sowie, denn, doch, jedoch
  // Pronouns.
  case dies, das, es, er, sie, man, sich, dieser, diese, dieses, der, die, den, dem, des, ein, eine
  case einer, eines, beide, ihr, ihm, ihn, ihnen, ich, wir, welche, welcher, welches, wer, was
  case einen, einem
  // Anticipating adverbs.
  case davon, darauf, darueber, dazu, dafuer, dagegen, damitAnnounced, daran, darum, darin, dabei
  case daraus, hierzu
  // Conjunctions and particles.
  case und, oder, aber, sondern, auch, nur, selbst, sogar, allein, bereits, noch, schon, erst,
    nicht, kein
  case keine, wonachAlso, also, weiter, zudem, ausserdem
  // Verbs with rules of their own.
  case soll, sollen, sollte, sollten, worden, wurde, wurden, wird, werden, werde, wuerde, hatte,
    hatten
  case hat, haben, ist, sind, war, waren, sei, seien, habe, heisst, hiess, heissen, hiessen, lassen,
    liess
  case will, wollen, wollte, wollten, kann, koennen
  // Nouns.
  case angaben, bedingung, fall, frau, herr, uhr, voraussetzung

  /// The folded word; the few names that are no words themselves stand for none.
  var word: String? {
    switch self {
    case .none, .damitAnnounced, .wonachAlso: nil
    default: String(describing: self)
    }
  }

  /// Folded hash to keyword.
  static let table: WordTable = {
    var table = WordTable(minimumCapacity: 400)
    for keyword in allCases {
      if let word = keyword.word { table[WordFold.hash(word)] = Int32(keyword.rawValue) }
    }
    return table
  }()

  static func of(_ fold: UInt64) -> Keyword {
    table[fold].flatMap { Keyword(rawValue: UInt8($0)) } ?? .none
  }
}
