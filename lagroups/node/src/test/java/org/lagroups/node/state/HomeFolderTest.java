package org.lagroups.node.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {

  private static final Path USER = Path.of("/home/somebody");

  @TempDir private Path folder;

  @Test
  void keepsSettingsAndStateApartAsXdgWantsIt() {
    HomeFolder home = HomeFolder.standard(Map.of(), USER);

    assertThat(home.configFile()).isEqualTo(USER.resolve(".config/lagroups/config.toml"));
    assertThat(home.keystore()).isEqualTo(USER.resolve(".local/state/lagroups/identity.p12"));
  }

  @Test
  void followsTheXdgVariablesUnlessTheyAreRelative() {
    HomeFolder home =
        HomeFolder.standard(Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "relative"), USER);

    assertThat(home.config()).isEqualTo(Path.of("/c/lagroups"));
    assertThat(home.state()).isEqualTo(USER.resolve(".local/state/lagroups"));
  }

  @Test
  void mergesBothInAHomeNamedByTheEnvironment() {
    HomeFolder home = HomeFolder.standard(Map.of(HomeFolder.VARIABLE, "/x"), USER);

    assertThat(home).isEqualTo(HomeFolder.at(Path.of("/x")));
  }

  @Test
  void isUsedByOneNodeAtATimeAndNamesIt() {
    HomeFolder home = HomeFolder.at(folder);
    try (HomeLock _ = HomeLock.take(home)) {
      assertThatThrownBy(() -> HomeLock.take(home))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("process " + ProcessHandle.current().pid())
          .hasMessageContaining(folder.toString());
    }
    HomeLock.take(home).close();
  }
}
