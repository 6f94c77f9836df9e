package org.lagroups.desktop.settings;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.control.api.ConfigView;
import org.lagroups.node.control.api.ConfigView.SettingView;

/** Settings as a node tells them. */
final class ConfigSamples {

  static final List<String> TESTS = List.of("heartbeat", "flood", "answers");

  private ConfigSamples() {}

  /** All that a node has, where the file says nothing of them but of the port. */
  static ConfigView view() {
    return of(
        setting("name", "text", List.of("Alice"), true, List.of(""), List.of()),
        setting("network.listen", "text", List.of("0.0.0.0"), false, List.of("0.0.0.0"), List.of()),
        port("0"),
        setting("network.advertise", "list", List.of(), false, List.of(), List.of()),
        setting(
            "groups.validity-seconds", "number", List.of("60"), false, List.of("60"), List.of()),
        setting("tests.battery", "choices", TESTS.subList(0, 2), false, TESTS.subList(0, 2), TESTS),
        setting(
            "log.level",
            "choice",
            List.of("info"),
            false,
            List.of("info"),
            List.of("error", "info", "debug")));
  }

  /** The same with another port in the file than the node runs with. */
  static ConfigView withPort(String port) {
    ConfigView before = view();
    return new ConfigView(
        before.file(),
        before.settings().stream()
            .map(one -> one.key().equals("network.port") ? port(port) : one)
            .toList(),
        null);
  }

  /** The same with a setting that this window knows nothing of. */
  static ConfigView with(SettingView more) {
    ConfigView before = view();
    return new ConfigView(
        before.file(), Stream.concat(before.settings().stream(), Stream.of(more)).toList(), null);
  }

  static SettingView setting(
      String key,
      String kind,
      List<String> value,
      boolean isSet,
      List<String> standard,
      List<String> choices) {
    return new SettingView(key, kind, value, isSet, standard, value, false, null, null, choices);
  }

  private static SettingView port(String value) {
    boolean isSet = !value.equals("0");
    @Nullable Long most = 65_535L;
    return new SettingView(
        "network.port",
        "number",
        List.of(value),
        isSet,
        List.of("0"),
        List.of("0"),
        isSet,
        0L,
        most,
        List.of());
  }

  private static ConfigView of(SettingView... settings) {
    return new ConfigView("/home/alice/.config/lagroups/config.toml", List.of(settings), null);
  }
}
