package org.lagroups.desktop.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.desktop.screen.Layout;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.simnet.fuzz.ShortRun;
import tools.jackson.core.JacksonException;

final class SettingsFileTest {

  @Test
  void theWindowOpensAsItWasLeft(@TempDir Path folder) {
    SettingsFile file = new SettingsFile(folder.resolve("config/desktop.json"));
    WindowSettings left = file.read();
    left.appearance().set(Appearance.DARK);
    left.scale().set(1.5);
    left.width().set(900);
    left.place().set(Place.HOME);
    left.downloads().set("/films");
    left.left().set(-120);
    left.maximised().set(true);
    left.layout().put("people.split", 0.25);
    file.write(left);
    WindowSettings opened = file.read();
    assertThat(opened.appearance().get()).isEqualTo(Appearance.DARK);
    assertThat(opened.scale().get()).isEqualTo(1.5);
    assertThat(opened.width().get()).isEqualTo(900);
    assertThat(opened.downloads().get()).isEqualTo("/films");
    assertThat(opened.left().get()).isEqualTo(-120);
    assertThat(opened.top().get()).isNaN();
    assertThat(opened.maximised().get()).isTrue();
    assertThat(opened.layout().get("people.split", 0.5)).isEqualTo(0.25);
  }

  @Test
  void aDamagedFileCountsAsNone(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("desktop.json");
    Files.writeString(path, "{\"scale\":");
    assertThat(new SettingsFile(path).read().scale().get()).isEqualTo(1);
  }

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void anyFile(byte[] input) {
    WindowSettings settings = new WindowSettings();
    try {
      SettingsFile.apply(input, settings);
    } catch (JacksonException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
    assertThat(settings.downloads().get()).hasSizeLessThanOrEqualTo(4_096);
    assertThat(settings.scale().get())
        .isBetween(WindowSettings.LEAST_SCALE, WindowSettings.MOST_SCALE);
    assertThat(settings.width().get()).isBetween(400.0, 10_000.0);
    assertThat(settings.height().get()).isBetween(400.0, 10_000.0);
    assertThat(settings.layout().all()).hasSizeLessThanOrEqualTo(Layout.MOST);
    assertThat(settings.layout().all().values())
        .allMatch(number -> number >= 0 && number <= 10_000);
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::anyFile);
  }

  static List<byte[]> samples() {
    return List.of(
        """
        {"appearance":"DARK","scale":1.25,"width":1e9,"height":-1,"place":"HOME","downloads":"/films"}
        """
            .getBytes(StandardCharsets.UTF_8),
        """
        {"left":-1e300,"top":null,"maximised":true,"layout":{"people.split":2,"x":null,"y":1e400}}
        """
            .getBytes(StandardCharsets.UTF_8),
        "{\"downloads\":\"%s\"}".formatted("x".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
  }
}
