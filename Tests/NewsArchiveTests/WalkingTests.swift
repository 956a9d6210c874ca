import Glibc
import NewsArchive
import TestFiles
import Testing
import TextModel

@Suite struct WalkingTests {
  private func documents(_ findings: ArticleWalker.Findings) -> [String] {
    findings.inputs.map(\.document)
  }

  @Test func onlyTextFilesInPathOrder() {
    let root = TemporaryFolder()
    for folder in ["b", "b/c", ".git"] { root.folder(folder) }
    for name in [
      "b/2.txt", "b/c/1.TXT", "b-1.txt", "a.text", "z.md", "README.txt", ".hidden.txt",
      ".git/x.txt",
      "keine Endung", ".txt",
    ] { root.write(name) }
    mkfifo("\(root.path)/pipe.txt", 0o644)
    let findings = ArticleWalker(paths: [root.path + "/"]).walk()
    #expect(documents(findings) == ["a", "b-1", "b/2", "b/c/1"])
    #expect(findings.inputs.map(\.path) == ["a.text", "b-1.txt", "b/2.txt", "b/c/1.TXT"])
    #expect(findings.diagnostics.isEmpty)
  }

  @Test func patternsAddFiles() {
    let root = TemporaryFolder()
    root.folder("2023")
    for name in ["a.md", "b.html", "2023/c.md", "README.md"] { root.write(name) }
    #expect(
      documents(ArticleWalker(paths: [root.path], include: ["*.md"]).walk()) == ["2023/c", "a"])
    #expect(
      documents(ArticleWalker(paths: [root.path], include: ["2023/*.m?"]).walk()) == ["2023/c"])
    #expect(
      documents(ArticleWalker(paths: [root.path], include: ["**/[bc].*"]).walk()) == [
        "2023/c", "b",
      ])
    #expect(
      documents(ArticleWalker(paths: [root.path], include: ["[!a].*"]).walk()) == ["2023/c", "b"])
  }

  @Test func aFileNamedAsPathIsAlwaysTaken() {
    let root = TemporaryFolder()
    root.write("README.md")
    let findings = ArticleWalker(paths: ["\(root.path)/README.md"]).walk()
    #expect(documents(findings) == ["README"])
  }

  @Test func linksAreFollowedOnce() {
    let root = TemporaryFolder()
    let outside = TemporaryFolder()
    outside.write("fern.txt")
    root.folder("a")
    root.write("a/1.txt")
    root.link("a/kreis", to: "..")
    root.link("0-auch-1.txt", to: "a/1.txt")
    root.link("aussen", to: outside.path)
    root.link("aussen2", to: outside.path)
    root.link("kaputt.txt", to: "nirgends")
    let findings = ArticleWalker(paths: [root.path]).walk()
    #expect(documents(findings) == ["a/1", "aussen/fern"])
    #expect(findings.diagnostics.count == 1)
    #expect(findings.diagnostics.first?.path.hasSuffix("kaputt.txt") == true)
  }

  @Test func overlappingPathsYieldEachFileOnce() {
    let root = TemporaryFolder()
    root.folder("a")
    root.write("a/1.txt")
    root.write("2.txt")
    let findings = ArticleWalker(paths: ["\(root.path)/a/1.txt", root.path, root.path]).walk()
    #expect(
      findings.inputs.count == 2 || findings.inputs.map(\.path) == ["1.txt", "2.txt", "a/1.txt"])
  }

  @Test func documentNamesAreUnique() {
    let root = TemporaryFolder()
    let other = TemporaryFolder()
    for name in ["a.txt", "a.text"] { root.write(name) }
    other.write("a.txt")
    let findings = ArticleWalker(paths: [root.path, other.path]).walk()
    #expect(documents(findings) == ["a", "a.txt", "a.txt~2"])
    #expect(Set(documents(findings)).count == 3)
  }

  @Test func namesThatAreNotUTF8CanBeOpened() throws {
    let root = TemporaryFolder()
    root.write(
      Array("\(root.path)/Gr".utf8) + [0xFC] + Array("n\u{1B}[31m.txt".utf8), Array("Text.".utf8))
    let input = try #require(ArticleWalker(paths: [root.path]).walk().inputs.first)
    #expect(input.document == "Gr\u{FFFD}n\u{1B}[31m")
    #expect(!input.displayPath.contains("\u{1B}"))
    #expect(try ArticleReader().read(input).text.string == "Text.")
  }

  @Test func missingAndUnreadableAreReported() {
    let root = TemporaryFolder()
    root.folder("zu")
    root.write("zu/1.txt")
    root.write("2.txt")
    chmod("\(root.path)/zu", 0)
    let findings = ArticleWalker(paths: [root.path, "\(root.path)/nichts"]).walk()
    chmod("\(root.path)/zu", 0o755)
    // The superuser may search every folder.
    #expect(findings.diagnostics.count == (geteuid() == 0 ? 1 : 2))
    #expect(documents(findings).contains("2"))
    #expect(findings.diagnostics.allSatisfy { $0.severity == .failure })
  }

  @Test func deepFoldersNeedNoStack() {
    let root = TemporaryFolder()
    var path = ""
    for _ in 0..<300 {
      path += path.isEmpty ? "t" : "/t"
      root.folder(path)
    }
    root.write(path + "/1.txt")
    #expect(ArticleWalker(paths: [root.path]).walk().inputs.count == 1)
  }
}

@Suite struct ReadingTests {
  @Test func badFilesYieldDiagnosticsAndTheRestIsRead() throws {
    let root = TemporaryFolder()
    root.write("binaer.txt", Array("PK".utf8) + [0, 1, 2])
    root.write("leer.txt", [])
    root.write("gut.txt")
    root.write("gross.txt")
    truncate("\(root.path)/gross.txt", (64 << 20) + 1)
    let reader = ArticleReader()
    var failures: [String] = []
    var read: [String] = []
    for input in ArticleWalker(paths: [root.path]).walk().inputs {
      do {
        read.append(try reader.read(input).document)
      } catch {
        failures.append(error.message)
      }
    }
    #expect(read == ["gut", "leer"])
    #expect(failures.count == 2)
    #expect(
      failures.contains { $0.contains("NUL") } && failures.contains { $0.contains("67108865") })
  }

  @Test func anEmptyArticleHasNoBlocks() {
    let article = ArticleReader().article(document: "d", path: "d", text: SourceText(""))
    #expect(article.anatomy == ArticleAnatomy())
  }

  @Test func aVanishedFileIsReported() {
    #expect(throws: Diagnostic.self) {
      try ArticleReader().read(ArticleInput(path: "/nirgends/x.txt"))
    }
  }

  @Test func repairsAreReported() throws {
    let root = TemporaryFolder()
    root.write("u.txt", [0xFF, 0xFE, 0x00, 0xD8])
    let input = try #require(ArticleWalker(paths: [root.path]).walk().inputs.first)
    var warnings: [Diagnostic] = []
    _ = try ArticleReader().read(input, warn: { warnings.append($0) })
    #expect(warnings.map(\.severity) == [.warning])
  }
}
