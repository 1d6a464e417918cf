import pytest

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

RESOLUTION = f"""<akomaNtoso xmlns="{NAMESPACE}" xmlns:akn4un="http://un.org/akn4un">
  <!--An unofficial copy-->
  <statement name="resolution">
    <meta>
      <identification source="#DGACM">
        <FRBRWork><FRBRuri value="/akn/un/statement/deliberation/unga/2020-06-30/74-999B/"/>
          <FRBRdate date="2020-06-30" name="adoption"/></FRBRWork>
        <FRBRExpression><FRBRlanguage language="eng"/><FRBRdate date="2020-07-02" name="publication"/></FRBRExpression>
      </identification>
      <classification source="http://metadata.un.org/sdg">
        <keyword value="5" href="http://metadata.un.org/sdg/5" showAs="sdg_5" dictionary="SDGO"/>
        <keyword value="women" href="http://metadata.un.org/thesaurus/1007029" showAs="civil_society" dictionary="UNBIS"/>
      </classification>
      <classification source="DHLAUTH">
        <keyword value="SALT" showAs="SALT" dictionary="UNBIS Thesaurus"/>
        <keyword value="SALT" showAs="SALT" dictionary="UNBIS Thesaurus"/>
        <keyword refersTo="agenda" value="7" showAs="Salt." dictionary="A/74/251"/>
      </classification>
      <workflow source="#un">
        <step date="2020-06-20" outcome="draftResolution" as="A/74/L.2"
          by="Fiji, Guinea (on behalf of the Group of 77, and China), Iran (Islamic Republic of) and Trinidad and Tobago"/>
        <step date="0001-01-01" outcome="draftResolutionAdditionalSponsors" by="Nauru"/>
        <step date="0001-01-01" outcome="recommendedForAdoption" as="A/74/483" by="" refersTo="6"/>
        <step date="2020-06-30" outcome="adopted" as="A/74/PV.14" by=""/>
      </workflow>
      <analysis source="#un"><parliamentary><voting>
        <count value="002" refersTo="inFavour"><akn4un:voters>
          <organization refersTo="memberState">CÔTE D'IVOIRE</organization>
          <organization refersTo="memberState">PERU</organization></akn4un:voters></count>
        <count value="000" refersTo="against"><akn4un:voters/></count>
      </voting></parliamentary></analysis>
    </meta>
    <coverPage>
      <p><docNumber refersTo="#symbol">A/RES/74/999</docNumber></p>
      <p><docAuthority refersTo="#issuingBody">General Assembly</docAuthority></p>
      <p><session value="74">Seventy-fourth
          session</session></p>
      <p><inline name="agenda item">Agenda item 7 (b)</inline></p>
      <p><inline name="agenda item name">Salt of the sea</inline></p>
      <p><docTitle>Resolution adopted by the General Assembly on 30 June 2020</docTitle></p>
      <p><docProponent>[on the report of the <b>Fifth</b> Committee (<inline name="originating document">A/74/483</inline>)]</docProponent></p>
    </coverPage>
    <preface>
      <p><docNumber>74/999.</docNumber> <docTitle refersTo="#resolutionTitle"><span>	Salt of
        the sea</span></docTitle></p>
      <p><docNumber refersTo="#letter"><span>B</span></docNumber><authorialNote marker="*"><p>Section A is in another file.</p></authorialNote></p>
    </preface>
    <preamble>
      <formula name="enactingFormula"><p xml:space="preserve">
          <span>The General Assembly</span>,</p></formula>
      <container name="Recalling"><p xml:space="preserve">
          <span>Recalling</span> its resolutions <a href="https://undocs.org/en/A/RES/70/1">70/1</a>,<authorialNote marker="1"><p><span>See</span> <a href="https://undocs.org/en/A/74/11">A/74/11</a>.</p><p>Ibid.</p></authorialNote> and <a href="https://undocs.org/en/A/RES/54/237"> 54/237 </a><authorialNote marker="12"><p>Twelve.</p></authorialNote> C,</p></container>
    </preamble>
    <mainBody>
      <section><num>I</num><crossHeading refersTo="#preamble"><span>Noting</span> the salt,</crossHeading>
        <subheading>Salt</subheading>
      <paragraph><num>	1.</num><content><p>Requests:</p></content></paragraph>
      <paragraph><num>2.</num><list><intro><p>Decides<sup>12</sup> on 5 km<sup>2</sup>:</p></intro>
        <point><num>(a)</num><content><p>This;<eol/>and</p></content></point></list></paragraph>
      <paragraph><num>3.</num><list><point><num>(a)</num><content><p>That.</p></content></point></list></paragraph>
      <paragraph><num>4.</num><content><p xml:space="preserve"></p></content></paragraph>
      <paragraph><content><p>Adopts:<embeddedStructure><paragraph><num>1.</num><content><p>Quoted;</p></content></paragraph></embeddedStructure> so it ends.</p></content></paragraph>
      </section>
    </mainBody>
    <conclusions><p><inline name="adoptionMeeting" title="14th">14th plenary meeting</inline><eol/><docDate date="2020-06-30" refersTo="#adoptionDate">30 June 2020</docDate></p></conclusions>
    <attachments><attachment><doc name="annex"><mainBody>
      <paragraph><heading>Annex I</heading></paragraph>
      <container name="table"><table><tr><th><p>Salt</p></th><td/><td><p>Tons <a href="https://undocs.org/en/A/1">A/1</a></p></td></tr></table></container>
    </mainBody></doc></attachment></attachments>
  </statement>
</akomaNtoso>
"""  # noqa: E501 - as the files have it


@pytest.fixture
def resolution() -> bytes:
    return RESOLUTION.encode()
