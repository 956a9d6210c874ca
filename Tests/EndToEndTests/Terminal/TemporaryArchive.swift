import TestFiles

/// A folder of a few articles that is gone when the test is over.
final class TemporaryArchive {
  private let folder = TemporaryFolder()
  var path: String { folder.path }

  /// - Parameter files: names below the folder and what they contain.
  init(_ files: [String: String] = TemporaryArchive.articles) throws {
    for (name, text) in files { folder.write(name, text) }
  }

  /// Invented news.
  static let articles = [
    "2023-03-31 Huber.txt": """
    Huber fordert Waffenruhe

    „Die Waffen müssen jetzt schweigen“, sagte Ministerin Maria Huber am Freitag in Musterstadt. \
    Der Gesandte Karl Weber lehnte den Vorschlag ab. Er sagte: „Dafür ist es viel zu früh.“

    Die Ministerin erklärte, sie werde weiter verhandeln. Weber warnte vor falschen Hoffnungen.
    """,
    "2023-04-02 Weber.txt": """
    Weber bleibt beim Nein

    Eine Waffenruhe sei derzeit nicht möglich, sagte Karl Weber der Musterzeitung. „Wir lehnen \
    eine Waffenruhe ab“, betonte er.
    """,
    "2024-01-15 Lenz.txt": """
    Lenz hofft auf Gespräche

    Botschafterin Eva Lenz sagte: „Ich hoffe, dass beide Seiten bald miteinander sprechen.“
    """,
    "notiz.txt": "Ein Text ohne Datum. „Das reicht nicht“, sagte Paul Brandt.\n",
  ]
}
