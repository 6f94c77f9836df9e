package org.lagroups.desktop.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.WindowSettings;
import org.lagroups.desktop.screen.WindowSettings.Appearance;
import org.lagroups.node.control.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/** Keeps {@link WindowSettings} in a file. One that is damaged counts as none. */
final class SettingsFile {

  private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

  private static final double LEAST = 400;
  private static final double MOST = 10_000;

  /** In characters. */
  private static final int MOST_PATH = 4_096;

  private final Path file;

  /** The file's content; what is null is as usual. */
  record Content(
      @Nullable Appearance appearance,
      @Nullable Double scale,
      @Nullable Double width,
      @Nullable Double height,
      @Nullable Double left,
      @Nullable Double top,
      @Nullable Boolean maximised,
      @Nullable Place place,
      @Nullable String downloads,
      @Nullable Map<String, Double> layout) {}

  SettingsFile(Path file) {
    this.file = file;
  }

  /** The settings as they were written last, within their bounds. */
  WindowSettings read() {
    WindowSettings settings = new WindowSettings();
    try {
      if (Files.isRegularFile(file) && Files.size(file) < Json.MAX_LENGTH) {
        apply(Files.readAllBytes(file), settings);
      }
    } catch (IOException | JacksonException e) {
      LOG.atWarn()
          .addKeyValue("file", file)
          .log("cannot read the window's settings: " + e.getMessage());
    }
    return settings;
  }

  /** Writes them; what cannot be written is told to the log, for a window is no reason to fail. */
  void write(WindowSettings settings) {
    Content content =
        new Content(
            settings.appearance().get(),
            settings.scale().get(),
            settings.width().get(),
            settings.height().get(),
            orNull(settings.left().get()),
            orNull(settings.top().get()),
            settings.maximised().get(),
            settings.place().get(),
            settings.downloads().get(),
            settings.layout().all());
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.write(fresh, Json.writeBytes(content));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("file", file)
          .log("cannot keep the window's settings: " + e.getMessage());
    }
  }

  /**
   * Takes over what a file says, each value within its bounds.
   *
   * @throws JacksonException if it is no such file
   */
  static void apply(byte[] json, WindowSettings settings) {
    Content content = Json.read(json, Content.class);
    if (content.appearance != null) {
      settings.appearance().set(content.appearance);
    }
    if (content.place != null) {
      settings.place().set(content.place);
    }
    if (content.downloads != null && content.downloads.length() <= MOST_PATH) {
      settings.downloads().set(content.downloads);
    }
    settings.left().set(within(content.left, -MOST, MOST, Double.NaN));
    settings.top().set(within(content.top, -MOST, MOST, Double.NaN));
    settings.maximised().set(content.maximised != null && content.maximised);
    if (content.layout != null) {
      content.layout.forEach((name, value) -> {
        if (value != null) {
          settings.layout().put(name, Math.clamp(value, 0, MOST));
        }
      });
    }
    settings.width().set(within(content.width, LEAST, MOST, settings.width().get()));
    settings.height().set(within(content.height, LEAST, MOST, settings.height().get()));
    settings
        .scale()
        .set(within(content.scale, WindowSettings.LEAST_SCALE, WindowSettings.MOST_SCALE, 1));
  }

  private static @Nullable Double orNull(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static double within(@Nullable Double value, double least, double most, double usual) {
    return value == null || value.isNaN() ? usual : Math.clamp(value, least, most);
  }
}
