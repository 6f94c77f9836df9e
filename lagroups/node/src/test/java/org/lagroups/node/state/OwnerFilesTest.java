package org.lagroups.node.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerFilesTest {

  @TempDir private Path folder;

  @Test
  void writesFilesThatOnlyTheirOwnerReads() throws IOException {
    Path file = folder.resolve("secret");
    OwnerFiles.write(file, bytes("one"));
    OwnerFiles.write(file, bytes("two"));

    assertThat(file).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    OwnerFiles.requirePrivate(file);
  }

  @Test
  void leavesNothingBehindButTheFile() throws IOException {
    OwnerFiles.write(folder.resolve("file"), bytes("content"));

    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(folder.resolve("file"));
    }
  }

  @Test
  void replacesWhatACrashLeftOfAnEarlierTry() throws IOException {
    Path file = folder.resolve("file");
    Files.write(folder.resolve("file.new"), bytes("half"));
    OwnerFiles.write(file, bytes("whole"));

    assertThat(file).hasContent("whole");
  }

  @Test
  void makesFoldersThatOnlyTheirOwnerEnters() throws IOException {
    Path inner = folder.resolve("a/b");
    OwnerFiles.createFolder(inner);
    OwnerFiles.createFolder(inner);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
        .isEqualTo("rwx------");
  }

  @Test
  void refusesAFolderToWhichOthersMayWrite() throws IOException {
    Path open = Files.createDirectory(folder.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));

    assertThatThrownBy(() -> OwnerFiles.createFolder(open))
        .isInstanceOfSatisfying(
            StateException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(StateException.Kind.PERMISSION);
              assertThat(e.hint()).isEqualTo("chmod 700 " + open);
            });
  }

  @Test
  void refusesASecretThatOthersMayRead() throws IOException {
    Path file = folder.resolve("secret");
    OwnerFiles.write(file, bytes("secret"));
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

    assertThatThrownBy(() -> OwnerFiles.requirePrivate(file))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("others may read")
        .extracting(e -> ((StateException) e).hint())
        .asString()
        .startsWith("chmod 600 " + file);
  }

  @Test
  void tellsAFullDiskFromOtherTrouble() {
    StateException full =
        OwnerFiles.failed("cannot write x", folder, new IOException("No space left on device"));
    StateException other = OwnerFiles.failed("cannot write x", folder, new IOException("broken"));

    assertThat(full.kind()).isEqualTo(StateException.Kind.DISK_FULL);
    assertThat(full.hint()).startsWith("free some space");
    assertThat(other.kind()).isEqualTo(StateException.Kind.IO);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
