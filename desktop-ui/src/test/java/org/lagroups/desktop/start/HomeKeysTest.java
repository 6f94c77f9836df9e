package org.lagroups.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.desktop.screen.KeyBackup;
import org.lagroups.node.cli.Captured;
import org.lagroups.node.state.HomeFolder;

class HomeKeysTest {

  @TempDir private Path folder;
  private HomeFolder home = HomeFolder.at(Path.of("/"));
  private Path safe = Path.of("/");

  @BeforeEach
  void makeFolders() throws IOException {
    home = HomeFolder.at(folder.resolve("home"));
    safe = Files.createDirectory(folder.resolve("safe"));
  }

  @Test
  void copiesTheKeysForTheirOwnerAloneAndReplacesNothing() throws IOException {
    String id = Captured.at(home.state(), "id").out().strip();

    Path copy = Path.of(copyInto(safe.toString()));

    assertThat(copy).hasSameBinaryContentAs(home.keystore()).hasParent(safe);
    assertThat(copy.getFileName().toString())
        .isEqualTo("lagroups-keys-" + id.substring(0, 13) + ".p12");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
        .isEqualTo("rw-------");
    assertThat(copyInto(safe.toString())).as("the same again").isEqualTo(copy.toString());
    Files.writeString(copy, "other keys");
    assertThat(copyInto(safe.toString())).contains("is something else");
    assertThat(copy).hasContent("other keys");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "relative", "/no/such/folder", "\u0000", "/etc/hostname"})
  void refusesWhatIsNoFolder(String typed) {
    Captured.at(home.state(), "id");
    assertThat(copyInto(typed)).containsAnyOf("There is no folder", "No folder is named");
  }

  @Test
  void saysThatThereAreNoKeysYetOrNoneToBelieve() throws IOException {
    assertThat(copyInto(safe.toString())).contains("There are no keys at");
    Files.createDirectories(home.state());
    Files.write(home.keystore(), new byte[1024 * 1024 + 1]);
    assertThat(copyInto(safe.toString())).contains("too long for a keystore");
    assertThat(safe).isEmptyDirectory();
  }

  @Test
  void hasNoneWhereTheNodeIsElsewhere() {
    assertThat(KeyBackup.NONE.isHere()).isFalse();
    assertThat(new HomeKeys(home, Runnable::run).isHere()).isTrue();
  }

  /** The copy, or why there is none. */
  private String copyInto(String typed) {
    CompletableFuture<String> outcome = new CompletableFuture<>();
    new HomeKeys(home, Runnable::run)
        .copyInto(typed)
        .then(copy -> outcome.complete(copy.toString()))
        .otherwise(problem -> outcome.complete(problem.message()));
    return outcome.orTimeout(10, TimeUnit.SECONDS).join();
  }
}
