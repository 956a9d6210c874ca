import Foundation
import PackagePlugin

/// Gives a target a number for what it and the modules below it are made of: `RulesDigest.value`, a hash of their
/// sources without lines of comment, and of data that the C compiler embeds.
///
/// An index keeps what older rules read from an article until it knows that the rules are others. A version
/// number that somebody has to raise is forgotten one day; this one raises itself.
@main
struct RulesDigest: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let modules = [target] + target.recursiveTargetDependencies
    var files = modules.compactMap { $0 as? SourceModuleTarget }
      .flatMap { $0.sourceFiles.filter { $0.type == .source }.map(\.url) }
    for module in modules {
      let data = module.directoryURL.appending(path: "data")
      files +=
        (try? FileManager.default.contentsOfDirectory(
          at: data, includingPropertiesForKeys: nil)) ?? []
    }
    files.sort { $0.path < $1.path }
    let output = context.pluginWorkDirectoryURL.appending(path: "RulesDigest.swift")
    let script = """
      out=$1; shift; export LC_ALL=C
      digest=$(grep -ahv '^[[:space:]]*//' "$@" | sha256sum | cut -c 1-16)
      printf 'enum RulesDigest { static let value: UInt64 = 0x%s }\\n' "$digest" > "$out"
      """
    return [
      .buildCommand(
        displayName: "Hashing the rules of \(target.name)",
        executable: URL(fileURLWithPath: "/bin/sh"),
        arguments: ["-c", script, "sh", output.path] + files.map(\.path),
        inputFiles: files, outputFiles: [output])
    ]
  }
}
