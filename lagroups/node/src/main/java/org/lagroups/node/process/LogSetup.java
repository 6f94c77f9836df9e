package org.lagroups.node.process;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Path;
import java.util.Objects;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.config.LogLevel;
import org.slf4j.LoggerFactory;

/**
 * Where a node's log goes: one JSON object a line to a file of bounded size, and one readable line
 * to standard error.
 */
public final class LogSetup {

  private static final long MAX_FILE_BYTES = 16L * 1024 * 1024;
  private static final int OLD_FILES = 3;
  private static final String LINE = "%d{HH:mm:ss} %-5level %msg %kvp%n%ex{short}";

  private LogSetup() {}

  /** Logs what happens in this Java process from now on. */
  public static void to(Path file, LogLevel level) {
    to(file, level, Level.TRACE);
  }

  /** The same, but for standard error: there only warnings come, beside what a command says. */
  public static void quietlyTo(Path file, LogLevel level) {
    to(file, level, Level.WARN);
  }

  private static void to(Path file, LogLevel level, Level shown) {
    OwnerFiles.createFolder(Objects.requireNonNull(file.getParent()));
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    root(context).setLevel(Level.WARN);
    root(context).addAppender(console(context, shown));
    context.getLogger("org.lagroups").setLevel(Level.toLevel(level.word()));
    // What its library says of elections is for its own developers, and much.
    context.getLogger("io.microraft").setLevel(Level.OFF);
    root(context).addAppender(file(context, file));
  }

  static void toStandardError(LoggerContext context, Level level) {
    root(context).setLevel(level);
    root(context).addAppender(console(context, Level.TRACE));
  }

  private static Logger root(LoggerContext context) {
    return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  private static RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path file) {
    JsonEncoder encoder = new JsonEncoder();
    encoder.setContext(context);
    encoder.start();
    RollingFileAppender<ILoggingEvent> appender = new PrivateLogFile();
    appender.setContext(context);
    appender.setFile(file.toString());
    appender.setEncoder(encoder);
    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(file + ".%i");
    rolling.setMinIndex(1);
    rolling.setMaxIndex(OLD_FILES);
    rolling.start();
    SizeBasedTriggeringPolicy<ILoggingEvent> trigger = new SizeBasedTriggeringPolicy<>();
    trigger.setContext(context);
    trigger.setMaxFileSize(new FileSize(MAX_FILE_BYTES));
    trigger.start();
    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(trigger);
    appender.start();
    return appender;
  }

  private static ConsoleAppender<ILoggingEvent> console(LoggerContext context, Level least) {
    ThresholdFilter filter = new ThresholdFilter();
    filter.setLevel(least.toString());
    filter.start();
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(LINE);
    encoder.start();
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setContext(context);
    appender.setTarget("System.err");
    appender.setEncoder(encoder);
    appender.addFilter(filter);
    appender.start();
    return appender;
  }
}
