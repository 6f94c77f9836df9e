package org.lagroups.fileshare.runtime.index;

import java.util.List;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.lagroups.fileshare.query.Term;
import org.lagroups.machine.GroupId;

/** Turns a query into Lucene's. Only terms and prefixes: nothing that a stranger could blow up. */
final class IndexQuery {

  static final String KEY = "key";
  static final String GROUP = "group";
  static final String NAME = "name";
  static final String PATH = "path";

  private static final float NAME_WEIGHT = 4;

  private IndexQuery() {}

  static Query of(GroupId group, org.lagroups.fileshare.query.Query query) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    all.add(
        new TermQuery(new org.apache.lucene.index.Term(GROUP, group.bytes().toHex())),
        BooleanClause.Occur.FILTER);
    for (Term term : query.terms()) {
      all.add(anywhere(term), occur(term.kind()));
    }
    return all.build();
  }

  private static BooleanClause.Occur occur(Term.Kind kind) {
    return switch (kind) {
      case WORD, PREFIX -> BooleanClause.Occur.MUST;
      case WITHOUT -> BooleanClause.Occur.MUST_NOT;
    };
  }

  private static Query anywhere(Term term) {
    return new DisjunctionMaxQuery(
        List.of(new BoostQuery(in(NAME, term), NAME_WEIGHT), in(PATH, term)), 0);
  }

  private static Query in(String field, Term term) {
    var word = new org.apache.lucene.index.Term(field, NameAnalyzer.fold(term.text()));
    return switch (term.kind()) {
      case WORD, WITHOUT -> new TermQuery(word);
      case PREFIX -> new PrefixQuery(word);
    };
  }
}
