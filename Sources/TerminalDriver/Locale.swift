import CNcurses

/// Makes the C library speak UTF-8 to the terminal.
enum TerminalLocale {
  /// Takes the user's locale; where that is not UTF-8, only its way of writing characters is replaced.
  ///
  /// - Returns: a sentence for the user when it was replaced.
  static func prepare() -> String? {
    let wasAccepted = setlocale(LC_ALL, "") != nil
    let codeset = sp_codeset().map { String(cString: $0) } ?? ""
    if wasAccepted, codeset == "UTF-8" { return nil }
    guard setlocale(LC_CTYPE, "C.UTF-8") ?? setlocale(LC_CTYPE, "en_US.UTF-8") != nil else {
      return "this system has no UTF-8 locale; umlauts may be shown wrongly"
    }
    return "the locale is not UTF-8 (\(codeset)); umlauts assume that the terminal is"
  }
}
