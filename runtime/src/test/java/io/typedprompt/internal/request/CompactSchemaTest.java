package io.typedprompt.internal.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompactSchemaTest {
  private static String compact(String schema) {
    return CompactSchema.of(schema.replace('\'', '"'));
  }

  @Test
  void anObjectLooksLikeItsAnswer() {
    assertThat(
            compact(
                """
                {'type':'object','description':'A ticket,\\nsorted.','properties':{
                 'summary':{'type':'string','description':'one sentence'},
                 'priority':{'type':['string','null'],'enum':['LOW','HIGH',null]},
                 'steps':{'type':'array','items':{'type':'object','properties':{
                   'at':{'type':'string','format':'date-time'},
                   'cost':{'type':['number','null']}},
                  'required':['at','cost'],'additionalProperties':false}},
                 'empty':{'type':'object','properties':{}}},
                 'required':['summary','priority','steps','empty'],'additionalProperties':false}"""))
        .isEqualTo(
            """
            // A ticket,
            // sorted.
            {
              // one sentence
              "summary": string,
              "priority": "LOW" | "HIGH" | null,
              "steps": [{
                "at": string (date-time),
                "cost": number | null
              }, ...],
              "empty": {}
            }""");
  }

  @Test
  void variantsAreAlternatives() {
    assertThat(
            compact(
                "{'type':'object','properties':{'pet':{'anyOf':[{'type':'object','properties':"
                    + "{'kind':{'type':'string','enum':['Cat']}}},{'type':'object','properties':"
                    + "{'kind':{'const':'Dog'}}},{'type':'null'}]}}}"))
        .isEqualTo(
            """
            {
              "pet": {
                "kind": "Cat"
              } | {
                "kind": "Dog"
              } | null
            }""");
  }

  @Test
  void definitionsComeAfterTheAnswer() {
    assertThat(
            compact(
                "{'type':'object','properties':{'root':{'$ref':'#/$defs/Node'}},'$defs':{'Node':"
                    + "{'type':'object','description':'A node.','properties':{'next':"
                    + "{'anyOf':[{'$ref':'#/$defs/Node'},{'type':'null'}]}}}}}"))
        .isEqualTo(
            """
            {
              "root": Node
            }
            where Node is
            // A node.
            {
              "next": Node | null
            }""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'type':'string'} | string",
        "{'type':['integer','null']} | `integer | null`",
        "{} | any JSON value",
        "{'type':'array','items':{'type':'string'}} | [string, ...]",
      })
  void aValueIsItsType(String schema, String compact) {
    assertThat(compact(schema)).isEqualTo(compact);
  }

  @Test
  void whatHasNoShortFormStaysAsItIs() {
    assertThat(
            compact(
                "{'type':'object','properties':{'n':{'type':'integer','description':'few',"
                    + "'minimum':0}}}"))
        .isEqualTo(
            """
            {
              "n": {"type":"integer","description":"few","minimum":0}
            }""");
  }
}
