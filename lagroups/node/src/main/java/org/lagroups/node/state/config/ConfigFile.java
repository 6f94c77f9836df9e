package org.lagroups.node.state.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkStateAdvertisement;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.node.state.OwnerFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlMapper;

/** The file with the node's settings. */
public final class ConfigFile {

  private static final int MAX_PORT = 65_535;
  private static final int MAX_NAME_LENGTH = LinkStateAdvertisement.MAX_NAME_BYTES;
  private static final int MAX_VERIFY_PATHS = 16;
  private static final long MAX_UPLINK_BITS = 1_000_000_000_000L;
  private static final int MAX_FILE_BYTES = 1024 * 1024;

  private ConfigFile() {}

  /**
   * Reads the settings; where there is no file yet, writes one with all settings explained.
   *
   * @throws org.lagroups.node.state.StateException if a setting is wrong, or the file cannot be
   *     read
   */
  public static NodeConfig readOrCreate(Path file) {
    return parse(file, text(file));
  }

  /**
   * Writes another name for the node into the settings, and leaves the rest as it is.
   *
   * @return the settings then
   * @throws org.lagroups.node.state.StateException if the name or another setting is wrong, or the
   *     file cannot be read or written; it is as before then
   */
  public static NodeConfig rename(Path file, String name) {
    return new ConfigStore(file).change(Map.of("name", List.of(name)), Set.of()).config();
  }

  /**
   * The text of the settings; where there is no file yet, one is written.
   *
   * @throws org.lagroups.node.state.StateException if it cannot be read
   */
  static String text(Path file) {
    try {
      requireLength(file, Files.size(file));
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      byte[] text = template();
      OwnerFiles.write(file, text);
      return new String(text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot read the settings " + file, file, e);
    }
  }

  /** Refuses a file that no start would read. */
  static void requireLength(Path file, long bytes) {
    if (bytes > MAX_FILE_BYTES) {
      throw new ConfigProblems(file, "").at(1, "the file is too long", "at most 1 MiB");
    }
  }

  static NodeConfig parse(Path file, String text) {
    return read(file, text).config();
  }

  /** The settings, and each key with what may stand there, as the file has them. */
  static SaidConfig read(Path file, String text) {
    ConfigProblems problems = new ConfigProblems(file, text);
    List<Setting> settings = new ArrayList<>();
    ConfigTable root = new ConfigTable(tree(problems, text), "", problems, settings::add);
    ConfigTable network = root.table("network");
    ConfigTable control = root.table("control");
    ConfigTable groups = root.table("groups");
    ConfigTable share = root.table("share");
    ConfigTable cast = root.table("cast");
    ConfigTable log = root.table("log");
    NodeConfig defaults = NodeConfig.DEFAULT;
    NodeConfig config =
        new NodeConfig(
            root.text("name", defaults.name(), ConfigFile::name),
            network.text("listen", defaults.listenHost(), ConfigFile::host),
            (int) network.number("port", defaults.port(), 0, MAX_PORT),
            network.texts("advertise", Advertised::parse),
            network.texts("deny", NodeId::parse).stream().collect(Collectors.toUnmodifiableSet()),
            (int) control.number("port", defaults.controlPort(), 0, MAX_PORT),
            1_000
                * groups.number(
                    "validity-seconds",
                    defaults.validityMillis() / 1_000,
                    GroupSettings.MIN_VALIDITY_MILLIS / 1_000,
                    GroupSettings.MAX_VALIDITY_MILLIS / 1_000),
            (int) share.number("verify-paths", defaults.verifyPaths(), 1, MAX_VERIFY_PATHS),
            cast.number(
                "uplink-bits-per-second", defaults.uplinkBitsPerSecond(), 0, MAX_UPLINK_BITS),
            TestTables.read(root.table("tests")),
            log.oneOf("level", defaults.logLevel(), LogLevel.values(), LogLevel::word));
    root.refuseOthers();
    network.refuseOthers();
    control.refuseOthers();
    groups.refuseOthers();
    share.refuseOthers();
    cast.refuseOthers();
    log.refuseOthers();
    return new SaidConfig(config, settings);
  }

  /** The text as TOML, not judged further. */
  static JsonNode tree(ConfigProblems problems, String text) {
    try {
      return new TomlMapper().readTree(text);
    } catch (JacksonException e) {
      throw problems.at(
          e.getLocation().getLineNr(), e.getOriginalMessage(), "it has to be TOML: toml.io");
    }
  }

  private static String name(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_LENGTH) {
      throw new IllegalArgumentException("a name has at most " + MAX_NAME_LENGTH + " bytes");
    }
    return text;
  }

  private static String host(String text) {
    return new NodeAddress(text, 1).host();
  }

  private static byte[] template() {
    try (InputStream in =
        Objects.requireNonNull(
            ConfigFile.class.getResourceAsStream("config.toml"), "part of this program")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("this program is not installed whole", e);
    }
  }
}
