package org.lagroups.node.cli.core;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.control.api.ConfigChange;
import org.lagroups.node.control.api.ConfigView;
import org.lagroups.node.control.api.ConfigView.SettingView;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.config.ConfigStore;
import org.lagroups.node.state.config.SaidConfig;
import org.lagroups.node.state.config.WrongSettingException;

/**
 * A command about settings: through the node where one runs, and at the file where none does, as
 * when a setting is what keeps it from starting.
 */
abstract class OnSettings extends LagCommand {

  /** The settings. */
  final ConfigView ask() {
    return sound(
        nodeOrFile(control -> control.get("/v1/config", ConfigView.class), ConfigStore::read));
  }

  /** Changes some, and answers all. */
  final ConfigView change(Map<String, List<String>> set, List<String> reset) {
    return nodeOrFile(
        control -> control.put("/v1/config", new ConfigChange(set, reset), ConfigView.class),
        store -> changeFile(store, set, reset));
  }

  /** What is refused is not in the file, so no line of it is named. */
  private static SaidConfig changeFile(
      ConfigStore store, Map<String, List<String>> set, List<String> reset) {
    try {
      return store.change(set, Set.copyOf(reset));
    } catch (WrongSettingException e) {
      throw new CommandFailedException(e.problem(), e.hint());
    }
  }

  /** Prints what became of a setting that was changed; one that has gone has no default. */
  final void tell(ConfigView view, String key) {
    view.settings().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .ifPresent(setting -> out().data(setting, () -> print(setting)));
  }

  static List<String> running(SettingView setting) {
    return Objects.requireNonNull(setting.running(), "pending only where a node runs");
  }

  static String text(List<String> value) {
    String text = value.stream().map(Output::safe).collect(Collectors.joining(", "));
    return text.isEmpty() ? "-" : text;
  }

  private void print(SettingView setting) {
    out().line(setting.key() + " = " + text(setting.value()));
    if (setting.pending()) {
      out().note("The node runs with " + text(running(setting)) + " until its next start.");
    }
  }

  private ConfigView nodeOrFile(
      Function<ControlClient, ConfigView> node, Function<ConfigStore, SaidConfig> file) {
    try {
      return node.apply(control());
    } catch (ControlException e) {
      if (!e.code().equals(ControlException.NOT_RUNNING)) {
        throw e;
      }
    }
    OwnerFiles.createFolder(home().config());
    ConfigStore store = new ConfigStore(home().configFile());
    return ConfigView.of(store.file(), file.apply(store), null);
  }

  private static ConfigView sound(ConfigView view) {
    ConfigView.@Nullable Problem problem = view.problem();
    if (problem != null) {
      throw new CommandFailedException(problem.message(), problem.hint());
    }
    return view;
  }
}
