package org.lagroups.node.cli.core;

import java.util.List;
import java.util.Map;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.api.ConfigView;
import org.lagroups.node.control.api.ConfigView.SettingView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code lag config}. */
@Command(
    name = "config",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "The settings of this node: config.toml in its folder, which can be edited by hand as well.",
      "They take effect when the node starts. Needs no running node."
    },
    subcommands = {ConfigCommand.Show.class, ConfigCommand.Put.class, ConfigCommand.Reset.class})
final class ConfigCommand extends LagCommand {

  @Override
  public Integer call() {
    throw usage("which config command?");
  }

  /** {@code lag config show}. */
  @Command(
      name = "show",
      description = {
        "Shows the settings: what the file says, or the default where it says nothing.",
        "Of one that holds only from the next start, it says with what the node runs now."
      })
  static final class Show extends OnSettings {

    @Override
    public Integer call() {
      ConfigView view = ask();
      out()
          .data(
              view,
              () -> {
                out().line("file  " + view.file());
                table(view).lines().forEach(out()::line);
              });
      return DONE;
    }

    private static TextTable table(ConfigView view) {
      TextTable table = new TextTable("setting", "value", "");
      view.settings().forEach(one -> table.row(one.key(), text(one.value()), note(one)));
      return table;
    }

    private static String note(SettingView setting) {
      if (setting.pending()) {
        return "runs with " + text(running(setting)) + " until the next start";
      }
      return setting.isSet() ? "" : "default";
    }
  }

  /** {@code lag config set}. */
  @Command(
      name = "set",
      description = {
        "Gives a setting another value, for the next start of the node.",
        "A value that no start would take is refused. The rest of the file stays as it is."
      })
  static final class Put extends OnSettings {

    @Parameters(index = "0", paramLabel = "KEY", description = "Such as `network.port`.")
    private String key = "";

    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "VALUE",
        description = "The value; as many as wanted where the setting is a list.")
    private List<String> values = List.of();

    @Override
    public Integer call() {
      tell(change(Map.of(key, values), List.of()), key);
      return DONE;
    }
  }

  /** {@code lag config reset}. */
  @Command(
      name = "reset",
      description = "Gives a setting its default again, for the next start of the node.")
  static final class Reset extends OnSettings {

    @Parameters(paramLabel = "KEY", description = "Such as `network.port`.")
    private String key = "";

    @Override
    public Integer call() {
      tell(change(Map.of(), List.of(key)), key);
      return DONE;
    }
  }
}
