import TextModel

extension ActorID {
  /// The id of a name that no list has: lower-case ASCII words joined by hyphens ("Maria Huber" →
  /// `maria-huber`, "J.D. Vance" → `jd-vance`).
  ///
  /// Letters beyond Latin are spelt by their code points, so that different names keep different ids.
  public init(slugOf name: String) {
    var slug: [UInt8] = []
    slug.reserveCapacity(name.utf8.count + 8)
    func add(_ text: StaticString) {
      text.withUTF8Buffer { slug.append(contentsOf: $0) }
    }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": slug.append(UInt8(scalar.value))
      case "A"..."Z": slug.append(UInt8(scalar.value) | 0x20)
      case "ä", "Ä", "æ", "Æ": add("ae")
      case "ö", "Ö", "œ", "Œ": add("oe")
      case "ü", "Ü": add("ue")
      case "ß": add("ss")
      case "à"..."å", "À"..."Å", "ā", "ă", "ą", "Ą": add("a")
      case "ç", "Ç", "ć", "č", "Ć", "Č": add("c")
      case "ď", "đ", "Đ", "ð": add("d")
      case "è"..."ë", "È"..."Ë", "ē", "ė", "ę", "ě": add("e")
      case "ğ", "Ğ": add("g")
      case "ì"..."ï", "Ì"..."Ï", "ī", "į", "ı", "İ": add("i")
      case "ķ": add("k")
      case "ł", "Ł", "ľ", "ļ": add("l")
      case "ñ", "Ñ", "ń", "ň", "ņ": add("n")
      case "ò"..."õ", "Ò"..."Õ", "ø", "Ø", "ő", "ō": add("o")
      case "ř", "Ř": add("r")
      case "ś", "Ś", "š", "Š", "ş", "Ş", "ș": add("s")
      case "ť", "ţ", "ț": add("t")
      case "ù"..."û", "Ù"..."Û", "ů", "ű", "ū", "ų": add("u")
      case "ý", "ÿ", "Ý": add("y")
      case "ź", "Ź", "ż", "Ż", "ž", "Ž": add("z")
      case ".", "'", "’", "\u{AD}": break
      case _ where scalar.value > 0x24F && scalar.properties.isAlphabetic:
        slug.append(contentsOf: Array(String(scalar.value, radix: 36).utf8))
      default:
        if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    self.init(slug.isEmpty ? "actor" : String(decoding: slug, as: UTF8.self))
  }
}
