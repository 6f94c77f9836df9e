package org.lagroups.wormguard.runtime.privilege;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/**
 * A user of this system that is not root.
 *
 * @param name as in {@code getent passwd}
 * @param user its number, not 0
 * @param group that of its group
 */
public record Account(String name, int user, int group) {

  /** Where struct passwd has them, on Linux with 64 bits. */
  private static final int USER_AT = 16;

  private static final int GROUP_AT = 20;
  private static final int PASSWD_BYTES = 48;

  public Account {
    if (user == 0) {
      throw new IllegalArgumentException("root gives up no rights");
    }
  }

  /** The account of a name, if there is one that is not root's. */
  @SuppressWarnings("restricted") // What the system answers is of this size.
  public static Optional<Account> of(String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment entry = (MemorySegment) Calls.ENTRY.invokeExact(arena.allocateFrom(name));
      if (entry.equals(MemorySegment.NULL)) {
        return Optional.empty();
      }
      MemorySegment known = entry.reinterpret(PASSWD_BYTES);
      int user = known.get(JAVA_INT, USER_AT);
      return user == 0
          ? Optional.empty()
          : Optional.of(new Account(name, user, known.get(JAVA_INT, GROUP_AT)));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Makes this process one of this account, for good: all its threads, and without any capability.
   * What is open stays open; processes that it has started stay what they are.
   *
   * @throws SecurityException if it has not the right to do so
   */
  public void become() {
    try (Arena arena = Arena.ofConfined()) {
      boolean isDone =
          (int) Calls.GROUPS.invokeExact(arena.allocateFrom(name), group) == 0
              && (int) Calls.SET_GROUP.invokeExact(group) == 0
              && (int) Calls.SET_USER.invokeExact(user) == 0;
      if (!isDone) {
        throw new SecurityException(
            "cannot become user %s; only root can, and CAP_SETUID with CAP_SETGID".formatted(name));
      }
      if ((int) Calls.SET_USER.invokeExact(0) == 0) {
        throw new SecurityException(
            "rights were given up as user %s and came back".formatted(name));
      }
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static RuntimeException unexpected(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }

  /** The C library changes the rights of all threads of the process. */
  @SuppressWarnings("restricted") // Calling native code is what this is for.
  private static final class Calls {

    static final MethodHandle ENTRY = handle("getpwnam", FunctionDescriptor.of(ADDRESS, ADDRESS));
    static final MethodHandle GROUPS = call("initgroups", ADDRESS, JAVA_INT);
    static final MethodHandle SET_GROUP = call("setgid", JAVA_INT);
    static final MethodHandle SET_USER = call("setuid", JAVA_INT);

    private static MethodHandle call(String name, MemoryLayout... arguments) {
      return handle(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    private static MethodHandle handle(String name, FunctionDescriptor function) {
      Linker linker = Linker.nativeLinker();
      return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), function);
    }
  }
}
