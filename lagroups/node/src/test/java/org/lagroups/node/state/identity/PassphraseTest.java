package org.lagroups.node.state.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;

class PassphraseTest {

  @TempDir private Path folder;

  @Test
  void comesFromTheEnvironment() {
    assertThat(Passphrase.of(Map.of(Passphrase.VARIABLE, "open")).given().map(String::new))
        .contains("open");
    assertThat(Passphrase.of(Map.of()).given()).isEmpty();
  }

  @Test
  void comesFromTheFirstLineOfAFileThatOnlyItsOwnerReads() throws IOException {
    Path file = folder.resolve("passphrase");
    OwnerFiles.write(file, "open sesame\nmore\n".getBytes(StandardCharsets.UTF_8));
    Passphrase passphrase = Passphrase.of(Map.of(Passphrase.FILE_VARIABLE, file.toString()));

    assertThat(passphrase.given().map(String::new)).contains("open sesame");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(passphrase::given).isInstanceOf(StateException.class);
  }

  @Test
  void saysWhichFileIsMissing() {
    Path file = folder.resolve("missing");
    assertThatThrownBy(
            () -> Passphrase.of(Map.of(Passphrase.FILE_VARIABLE, file.toString())).given())
        .isInstanceOf(StateException.class)
        .hasMessageContaining(file.toString());
  }
}
