package org.lagroups.desktop.guard;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.lagroups.desktop.screen.Parts;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.wormguard.api.Reasons.OfPacket;

/** What a gateway told, the latest first, or those that hold some words. */
final class AlertTable extends TableView<OfPacket> {

  private static final int CLOCK_BEGIN = 11;
  private static final int CLOCK_END = 19;

  private final FilteredList<OfPacket> filtered;

  AlertTable(Texts texts, ObservableList<OfPacket> alerts) {
    filtered = new FilteredList<>(alerts);
    setItems(filtered);
    setId("guard-alerts");
    setAccessibleText(texts.get("alerts"));
    setPlaceholder(Parts.muted(texts.get("alerts.none")));
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    column(texts.get("alert.time"), 115, alert -> clock(alert.time()));
    column(texts.get("alert.what"), 190, AlertTable::what);
    column(
        texts.get("alert.outcome"),
        150,
        alert ->
            texts.has("outcome." + alert.kind())
                ? texts.get("outcome." + alert.kind())
                : Shown.line(alert.outcome()));
    column(texts.get("alert.from"), 170, alert -> Shown.line(alert.from()));
    column(texts.get("alert.to"), 170, alert -> Shown.line(alert.to()));
    column(texts.get("alert.protocol"), 95, alert -> protocol(alert.protocol()));
  }

  /** Shows those only in which all these words are. */
  void filter(String words) {
    String[] wanted = words.strip().toLowerCase(Locale.ROOT).split("\\s+", -1);
    Predicate<OfPacket> holds =
        alert -> {
          String text = text(alert);
          for (String word : wanted) {
            if (!text.contains(word)) {
              return false;
            }
          }
          return true;
        };
    filtered.setPredicate(holds);
  }

  private static String text(OfPacket alert) {
    return String.join(
            " ",
            alert.rule(),
            alert.message(),
            alert.kind(),
            alert.from(),
            alert.to(),
            protocol(alert.protocol()))
        .toLowerCase(Locale.ROOT);
  }

  private static String what(OfPacket alert) {
    String message = Shown.line(alert.message(), 60);
    return message.isEmpty() ? Shown.line(alert.rule(), 12) : message;
  }

  private static String protocol(int number) {
    return switch (number) {
      case 1 -> "ICMP";
      case 6 -> "TCP";
      case 17 -> "UDP";
      case 58 -> "ICMPv6";
      default -> String.valueOf(number);
    };
  }

  private static String clock(String time) {
    return time.length() > CLOCK_END ? time.substring(CLOCK_BEGIN, CLOCK_END) : Shown.line(time);
  }

  private void column(String title, double width, Function<OfPacket, String> text) {
    TableColumn<OfPacket, String> column = new TableColumn<>(title);
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    getColumns().add(column);
  }
}
