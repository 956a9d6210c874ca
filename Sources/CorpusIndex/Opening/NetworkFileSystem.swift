import Glibc

/// File systems on which several machines meet, so that SQLite's write-ahead log, which lives in shared
/// memory, must not be used on them.
enum NetworkFileSystem {
  /// The kind of network file system on which a path lies; nil for a local one, or when the system does not
  /// tell.
  static func name(ofFolder path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let device = UInt64(status.st_dev)
    let major = device >> 8 & 0xFFF | device >> 32 & ~0xFFF
    let minor = device & 0xFF | device >> 12 & ~0xFF
    return name(device: "\(major):\(minor)", mounts: text(of: "/proc/self/mountinfo"))
  }

  /// Looks a device up in what `/proc/self/mountinfo` says (`proc(5)`): the third field is the device, the
  /// kind of file system stands after the lone hyphen.
  static func name(device: String, mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 3, fields[2] == device, let hyphen = fields.firstIndex(of: "-"),
        hyphen + 1 < fields.count
      else { continue }
      let kind = String(fields[hyphen + 1])
      return kinds.contains(kind) ? kind : nil
    }
    return nil
  }

  private static let kinds: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "9p", "afs", "ceph", "lustre", "gpfs", "gfs2",
    "ocfs2", "beegfs", "fuse.sshfs", "fuse.glusterfs", "fuse.ceph", "fuse.s3fs", "fuse.rclone",
    "fuse.davfs2", "fuse.curlftpfs", "fuse.mergerfs",
  ]
}

/// The text of a small file; empty when it cannot be read.
private func text(of path: String) -> String {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  guard file >= 0 else { return "" }
  defer { close(file) }
  var bytes: [UInt8] = []
  var piece = [UInt8](repeating: 0, count: 64 << 10)
  while bytes.count < 16 << 20 {
    let count = read(file, &piece, piece.count)
    guard count > 0 else { break }
    bytes += piece[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}
