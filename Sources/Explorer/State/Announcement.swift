extension ExplorerState {
  /// Shows a sentence in the status line until the next key, such as how far the reading has come.
  public mutating func announce(_ sentence: String, isWarning: Bool = false) {
    say(sentence, isWarning ? .warning : .note)
  }

  /// Takes back what was announced.
  public mutating func endAnnouncement() {
    message = nil
  }
}
