package org.lagroups.desktop.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.Test;
import org.lagroups.desktop.Fx;

class LayoutTest {

  private final Layout layout = new Layout();

  @Test
  void dividersTabsAndColumnsAreAsTheyWereLeft() {
    Fx.run(() -> {
      SplitPane split = new SplitPane(new Label("a"), new Label("b"));
      TabPane tabs = new TabPane(new Tab("a"), new Tab("b"));
      TableView<String> table = table();
      Subscription first = open(split, tabs, table);
      Stage stage = new Stage();
      stage.setScene(new Scene(split, 600, 400));
      stage.show();
      split.setDividerPositions(0.25);
      tabs.getSelectionModel().select(1);
      table.getColumns().addFirst(table.getColumns().removeLast());
      first.unsubscribe();
      stage.close();

      SplitPane again = new SplitPane(new Label("a"), new Label("b"));
      TabPane tabsAgain = new TabPane(new Tab("a"), new Tab("b"));
      TableView<String> tableAgain = table();
      open(again, tabsAgain, tableAgain).unsubscribe();
      assertThat(layout.get("test.split", 0.5)).isBetween(0.2, 0.3);
      assertThat(tabsAgain.getSelectionModel().getSelectedIndex()).isOne();
      assertThat(tableAgain.getColumns()).extracting(TableColumn::getId).containsExactly("b", "a");
    });
  }

  @Test
  void whatAFileSaysOfTabsAndDividersIsKeptWithinWhatThereIs() {
    layout.put("test.split", 7_000);
    layout.put("test.tab", 7_000);
    Fx.run(() -> {
      TabPane tabs = new TabPane(new Tab("a"), new Tab("b"));
      open(new SplitPane(new Label("a"), new Label("b")), tabs, table()).unsubscribe();
      assertThat(tabs.getSelectionModel().getSelectedIndex()).isOne();
    });
  }

  @Test
  void noMoreNumbersAreKeptThanThereIsRoomFor() {
    for (int i = 0; i < 10 * Layout.MOST; i++) {
      layout.put("number" + i, i);
    }
    layout.put("x".repeat(10_000), 1);
    layout.put("number1", Double.NaN);
    layout.put("number1", 5);
    assertThat(layout.all()).hasSize(Layout.MOST).containsEntry("number1", 5.0);
  }

  private Subscription open(SplitPane split, TabPane tabs, TableView<String> table) {
    return Subscription.combine(
        layout.divider(split, "test.split", 0.5),
        layout.tab(tabs, "test.tab"),
        layout.columns(table, "test.table"));
  }

  private static TableView<String> table() {
    TableView<String> table = new TableView<>();
    Function<String, TableColumn<String, String>> column =
        id -> {
          TableColumn<String, String> made = new TableColumn<>(id);
          made.setId(id);
          return made;
        };
    table.getColumns().add(column.apply("a"));
    table.getColumns().add(column.apply("b"));
    return table;
  }
}
