package org.lagroups.desktop.files;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Samples;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.SearchView;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;

/** What nodes answer about files, for tests. */
public final class ShareSamples {

  /** A group. */
  public static final GroupId GROUP = new GroupId(Bytes.copyOf(new byte[GroupId.LENGTH]));

  private ShareSamples() {}

  /** The root of the file with this number. */
  public static String root(int number) {
    return "%064x".formatted(number);
  }

  /** A result of Bob's that so many paths lead to. */
  public static HitView hit(int number, String name, int paths) {
    return hit(number, name, "application/pdf", paths, null);
  }

  /** A result of Bob's with all that matters; a bad one is hidden. */
  public static HitView hit(
      int number, String name, String type, int paths, @Nullable String verdict) {
    return new HitView(
        number,
        GROUP,
        root(number),
        name,
        1_234_567L * number,
        type,
        0,
        1,
        false,
        Samples.id(2),
        "Bob",
        paths,
        null,
        "bad".equals(verdict),
        verdict,
        "magnet:?xt=urn:btmh:1220" + root(number));
  }

  /** One's own file. */
  public static HitView own(int number, String name) {
    HitView hit = hit(number, name, 1);
    return new HitView(
        number,
        GROUP,
        hit.root(),
        name,
        99,
        "text/plain",
        0,
        1,
        true,
        Samples.id(1),
        "Alice",
        null,
        null,
        false,
        null,
        hit.magnet());
  }

  /** Many results. */
  public static List<HitView> many(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> hit(number, "paper " + number + ".pdf", number % 3 + 1))
        .toList();
  }

  /** What a search has found. */
  public static SearchView search(long id, boolean isDone, List<HitView> hits) {
    return new SearchView(id, "paper*", 2, hits, 3, isDone ? 3 : 1, 0, 0, isDone);
  }

  /** A shared folder of 40 files, half of them hashed. */
  public static FolderView folder(long id, String path, String phase) {
    boolean isFailed = phase.equals("failed");
    return new FolderView(
        id,
        path,
        List.of(GROUP),
        phase,
        40,
        80_000_000,
        40,
        20,
        80_000_000,
        40_000_000,
        12,
        3,
        isFailed ? List.of("cannot save to /home: the disk is full") : List.of(),
        isFailed ? 5 : 0,
        0);
  }

  /** A download of 4 MB. */
  public static DownloadView download(
      long id, String name, String phase, long doneBytes, @Nullable String problem) {
    return new DownloadView(
        id,
        GROUP,
        Samples.id(2),
        "Bob",
        root((int) id),
        name,
        4_000_000,
        doneBytes,
        500_000,
        7,
        phase,
        2,
        List.of(),
        phase.equals("done") ? "/home/alice/Downloads/" + name : null,
        problem,
        problem == null ? null : "make room, then go on",
        null);
  }
}
