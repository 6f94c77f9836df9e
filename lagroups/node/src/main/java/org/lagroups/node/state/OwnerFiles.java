package org.lagroups.node.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that only their owner may read, written whole or not at all.
 *
 * <p>Where the file system knows no POSIX permissions, files get those of the user's own folder.
 */
public final class OwnerFiles {

  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
  private static final FileAttribute<?>[] FOLDER = attributes("rwx------");
  private static final FileAttribute<?>[] FILE = attributes("rw-------");

  private OwnerFiles() {}

  /**
   * Makes a folder, with those above it, unless it exists.
   *
   * @throws StateException if it cannot be made, or others may write to it
   */
  public static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder, FOLDER);
      requireNotOpenTo(
          folder,
          EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE),
          "others may write to the folder " + folder,
          "chmod 700 " + folder);
    } catch (IOException e) {
      throw failed("cannot make the folder " + folder, folder, e);
    }
  }

  /**
   * Writes a file: a crash leaves either the old content or the new, and once this returns the new
   * one is on disk.
   *
   * @throws StateException if that fails; then the old content is still there
   */
  public static void write(Path file, byte[] content) {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(fresh);
      try (FileChannel channel =
          FileChannel.open(
              fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), FILE)) {
        ByteBuffer rest = ByteBuffer.wrap(content);
        while (rest.hasRemaining()) {
          channel.write(rest);
        }
        channel.force(true);
      }
      moveInto(fresh, file);
      forceFolder(file);
    } catch (IOException e) {
      throw failed("cannot write " + file, file, e);
    }
  }

  /**
   * Checks that only the owner may read or write a file.
   *
   * @throws StateException if others may
   */
  public static void requirePrivate(Path file) {
    try {
      requireNotOpenTo(
          file,
          EnumSet.of(
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.GROUP_WRITE,
              PosixFilePermission.OTHERS_READ,
              PosixFilePermission.OTHERS_WRITE),
          "others may read " + file + ", which is secret",
          "chmod 600 " + file + "; if someone may have read it, start as a new node");
    } catch (IOException e) {
      throw failed("cannot look at " + file, file, e);
    }
  }

  /** Makes a file that only its owner may read, unless it exists, for others to open. */
  public static void createFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      Files.createFile(file, FILE);
    }
  }

  /** Makes a file that only its owner may read, or makes the one that exists such a file. */
  public static void makePrivate(Path file) throws IOException {
    createFile(file);
    if (POSIX) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
  }

  /**
   * Puts a file in the place of another: a crash leaves either the one or the other, and once this
   * returns the new one is on disk.
   */
  public static void replace(Path file, Path fresh) throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    moveInto(fresh, file);
    forceFolder(file);
  }

  /** A failure with a file, told so that a person can do something about it. */
  public static StateException failed(String what, Path file, IOException cause) {
    if (cause instanceof AccessDeniedException) {
      return new StateException(
          StateException.Kind.PERMISSION,
          what + ": permission denied",
          "make sure that you own " + file + " and its folder, or choose another --home",
          cause);
    }
    String reason = String.valueOf(cause.getMessage());
    if (reason.contains("No space left") || reason.contains("Disk quota exceeded")) {
      return new StateException(
          StateException.Kind.DISK_FULL,
          what + ": the disk is full",
          "free some space on the disk of " + file,
          cause);
    }
    return new StateException(
        StateException.Kind.IO,
        what + ": " + cause.getClass().getSimpleName() + " " + reason,
        "check the disk and the folder of " + file,
        cause);
  }

  private static void moveInto(Path fresh, Path file) throws IOException {
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** The new name is on disk only once its folder is; only POSIX systems can be asked for that. */
  private static void forceFolder(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (POSIX && folder != null) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }

  private static void requireNotOpenTo(
      Path path, Set<PosixFilePermission> forbidden, String message, String hint)
      throws IOException {
    if (!POSIX) {
      return;
    }
    Set<PosixFilePermission> open = EnumSet.copyOf(forbidden);
    open.retainAll(Files.getPosixFilePermissions(path));
    if (!open.isEmpty()) {
      throw new StateException(StateException.Kind.PERMISSION, message, hint);
    }
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}
