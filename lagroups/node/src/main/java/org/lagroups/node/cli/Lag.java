package org.lagroups.node.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.HomeFolder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The {@code lag} command: finds the sub-command, in whichever module it is, and runs it. */
@Command(
    name = "lag",
    version = "lag " + Lag.VERSION,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Groups of nodes that vouch for each other, and the programs built on them.",
    footer = {
      "",
      "First steps:",
      "  lag run                     starts your node; leave it running",
      "  lag group create            makes a group with you in it (in another terminal)",
      "  lag group invite            prints a link for one friend",
      "  lag group join LINK         what the friend types",
      "  lag group show              who vouches for whom",
      "",
      "Exit codes: 0 done, 1 failed, 2 wrong usage."
    })
public final class Lag implements Callable<Integer> {

  /** The version of this program. */
  public static final String VERSION = "0.1.0";

  private final Map<String, String> environment;
  private @Nullable CommandLine commandLine;

  @Option(
      names = "--home",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = {
        "The node's folder, with its keys, settings and state.",
        "Default: $LAG_HOME, or the XDG folders",
        "(~/.config/lagroups and ~/.local/state/lagroups)."
      })
  private @Nullable Path home;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print data as JSON, one object a line.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help, or that of a command.")
  @SuppressWarnings("UnusedVariable") // picocli itself acts on it
  private boolean help;

  @Option(names = "--version", versionHelp = true, description = "Show the version.")
  @SuppressWarnings("UnusedVariable") // picocli itself acts on it
  private boolean version;

  private Lag(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Runs a command and ends the process with its exit code. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    int code = run(System.getenv(), System.out, System.err, args);
    System.out.flush();
    System.exit(code);
  }

  /**
   * Runs a command.
   *
   * @param environment such as {@link System#getenv()}
   * @return the exit code
   */
  public static int run(
      Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
    Lag lag = new Lag(environment);
    CommandLine commandLine = new CommandLine(lag);
    lag.commandLine = commandLine;
    addCommands(commandLine, args); // first: what is set below is handed on to them
    commandLine.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commandLine.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setParameterExceptionHandler(new UsageErrors());
    commandLine.setExecutionExceptionHandler(new Failures());
    return commandLine.execute(args);
  }

  /** {@code lag} alone teaches, and is wrong usage. */
  @Override
  public Integer call() {
    line().usage(line().getErr());
    return CommandLine.ExitCode.USAGE;
  }

  Output output() {
    boolean colours = Ansi.AUTO.enabled() && environment.get("NO_COLOR") == null;
    return new Output(line().getOut(), line().getErr(), json, colours);
  }

  HomeFolder homeFolder() {
    Path named = home;
    return named == null
        ? HomeFolder.standard(environment, Path.of(System.getProperty("user.home")))
        : HomeFolder.at(named);
  }

  Map<String, String> environment() {
    return environment;
  }

  private CommandLine line() {
    return Objects.requireNonNull(commandLine);
  }

  /**
   * Adds the one command that is asked for, or else all: making a command costs start-up time, and
   * only the help and a mistyped name need the others.
   */
  private static void addCommands(CommandLine root, String[] args) {
    List<CommandEntry> entries = new ArrayList<>();
    for (CommandProvider provider : ServiceLoader.load(CommandProvider.class)) {
      entries.addAll(provider.commands());
    }
    List<String> given = List.of(args);
    List<CommandEntry> asked =
        entries.stream().filter(entry -> given.contains(entry.name())).toList();
    boolean help = given.contains("help") || asked.isEmpty();
    for (CommandEntry entry : help ? entries : asked) {
      root.addSubcommand(entry.name(), entry.command().get());
    }
  }
}
