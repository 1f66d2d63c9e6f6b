import { DOMParser } from "@xmldom/xmldom";
import { describe, expect, it } from "vitest";
import { ExclusiveCanonicalization } from "xml-crypto";
import { canonicalize } from "../../../../lambdas/adapters/xml/canonical.ts";
import { elementsOf, parseXml } from "../../../../lambdas/adapters/xml/xml.ts";
import { hasShared } from "../../../support/shared.ts";
import { shared } from "../nia/support/recorded.ts";

const of = (xml: string): string => canonicalize(parseXml(xml));
/** The library has a DOM of its own. */
type Processed = Parameters<ExclusiveCanonicalization["process"]>[0];

const first = (xml: string): string => canonicalize(elementsOf(parseXml(xml))[0] ?? parseXml("<none/>"));

describe("exclusive canonical form", () => {
  it.each([
    ["an empty element is written out", "<a/>", "<a></a>"],
    [
      "attributes go by namespace, then name",
      '<a xmlns:z="urn:1" z:b="1" c="2" b="3"/>',
      '<a xmlns:z="urn:1" b="3" c="2" z:b="1"></a>',
    ],
    ["unused declarations go", '<a xmlns:x="urn:x"><b xmlns:y="urn:y"/></a>', "<a><b></b></a>"],
    [
      "a declaration moves to where it is used",
      '<a xmlns:x="urn:x"><x:b/></a>',
      '<a><x:b xmlns:x="urn:x"></x:b></a>',
    ],
    [
      "siblings declare each for itself",
      '<a xmlns:x="urn:x"><x:b/><x:c/></a>',
      '<a><x:b xmlns:x="urn:x"></x:b><x:c xmlns:x="urn:x"></x:c></a>',
    ],
    [
      "declarations are sorted by prefix",
      '<b:a xmlns:b="urn:b" xmlns:a="urn:a" a:i="1"/>',
      '<b:a xmlns:a="urn:a" xmlns:b="urn:b" a:i="1"></b:a>',
    ],
    [
      "capitals sort before small letters",
      '<b:a xmlns:b="urn:b" xmlns:C="urn:c" C:i="1"/>',
      '<b:a xmlns:C="urn:c" xmlns:b="urn:b" C:i="1"></b:a>',
    ],
    [
      "a prefix bound anew and back again",
      '<x:a xmlns:x="urn:1"><x:b xmlns:x="urn:2"><x:c xmlns:x="urn:1"/></x:b></x:a>',
      '<x:a xmlns:x="urn:1"><x:b xmlns:x="urn:2"><x:c xmlns:x="urn:1"></x:c></x:b></x:a>',
    ],
    [
      "the default namespace undone",
      '<a xmlns="urn:a"><b xmlns=""/></a>',
      '<a xmlns="urn:a"><b xmlns=""></b></a>',
    ],
    [
      "text keeps only what it must escape",
      "<a>&amp;&lt;&gt;&quot;&#39;&#13;é\t</a>",
      "<a>&amp;&lt;&gt;\"'&#xD;é\t</a>",
    ],
    [
      "attributes escape white space",
      '<a b="&amp;&lt;>&quot;&#9;&#10;&#13;"/>',
      '<a b="&amp;&lt;>&quot;&#x9;&#xA;&#xD;"></a>',
    ],
    ["character data becomes text", "<a><![CDATA[<&]]></a>", "<a>&lt;&amp;</a>"],
    ["comments go", "<a>b<!-- c -->d</a>", "<a>bd</a>"],
    ["line ends are folded as XML 1.0 says", "<a>1\r\n2\r3\u0085\u2028</a>", "<a>1\n2\n3\u0085\u2028</a>"],
  ])("%s", (_, xml, expected) => {
    expect(of(xml)).toBe(expected);
  });

  it("takes an element out of its place with what it needs", () => {
    expect(first('<r xmlns="urn:d" xmlns:t="urn:t"><t:a t:i="1"><b/></t:a></r>')).toBe(
      '<t:a xmlns:t="urn:t" t:i="1"><b xmlns="urn:d"></b></t:a>',
    );
  });

  it("refuses a processing instruction", () => {
    expect(() => of("<a><?b c?></a>")).toThrow("processing instruction");
  });

  it.each([
    "<a xmlns='urn:a'><b:c xmlns:b='urn:b' d='1' b:e='2'>f<g/></b:c></a>",
    "<s:a xmlns:s='urn:s' xmlns='urn:d'><b xmlns=''><s:c/></b><d e='&quot;&lt;'/></s:a>",
  ])("is what another implementation writes: %s", (xml) => {
    const other = new DOMParser().parseFromString(xml, "text/xml").documentElement;
    expect(of(xml)).toBe(new ExclusiveCanonicalization().process(other as unknown as Processed, {}));
  });
});

interface Vectors {
  cases: {
    kind: string;
    envelope: string;
    references: { uri: string; canonical: string }[];
    signed_info_canonical: string;
  }[];
}

describe.skipIf(!hasShared)("vectors made with xmlsec", () => {
  const { cases } = hasShared ? (JSON.parse(shared("vectors.json")) as Vectors) : { cases: [] };

  it.each(cases)(
    "$kind: canonical forms byte for byte",
    ({ envelope, references, signed_info_canonical: info }) => {
      const all = [...parseXml(envelope).getElementsByTagName("*")];
      const referred = references.map(({ uri }) =>
        all.find((element) =>
          [...element.attributes].some(({ localName, value }) => localName === "Id" && `#${value}` === uri),
        ),
      );
      const signedInfo = all.find(({ localName }) => localName === "SignedInfo");
      expect([...referred, signedInfo].map((element) => element && canonicalize(element))).toEqual([
        ...references.map(({ canonical }) => canonical),
        info,
      ]);
    },
  );
});
