import java.io.BufferedReader;
import java.io.File;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Checks PDF files against veraPDF's profiles, as long as somebody asks: Java and veraPDF take longer
 * to start than to look at a sheet.
 *
 * <p>Each line that it reads, "PROFILE FILE" with a tab between, it answers with tab-separated lines:
 * "fail RULE COUNT DESCRIPTION" for each rule that fails, or "error MESSAGE" if it could not look; and
 * then with "done".
 */
public final class Validate {
  private Validate() {}

  public static void main(String[] arguments) throws Exception {
    java.util.logging.LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    Map<String, ValidationProfile> profiles = new HashMap<>();
    BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream answer = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line = asked.readLine(); line != null; line = asked.readLine()) {
      String[] words = line.split("\t", 2);
      if (!profiles.containsKey(words[0])) {
        profiles.put(words[0], readProfile(words[0]));
      }
      check(words[1], profiles.get(words[0]), answer);
      answer.println("done");
    }
  }

  private static void check(String file, ValidationProfile profile, PrintStream answer) {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour());
        PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
      ValidationResult result = validator.validate(parser);
      for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
        RuleId rule = failed.getKey();
        String description = profile.getRuleByRuleId(rule).getDescription().replaceAll("\\s+", " ");
        answer.printf(
            "fail\t%s-%d\t%d\t%s%n",
            rule.getClause(), rule.getTestNumber(), failed.getValue(), description);
      }
    } catch (Exception error) {
      answer.printf("error\t%s%n", error.toString().replaceAll("\\s+", " "));
    }
  }

  /** Reads a profile by hand: the jar holds JAXB's interface, and no implementation of it. */
  private static ValidationProfile readProfile(String name) throws Exception {
    Document document;
    String path = "/org/verapdf/pdfa/validation/" + name + ".xml";
    try (InputStream stream = Validate.class.getResourceAsStream(path)) {
      document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream);
    }
    Element root = document.getDocumentElement();
    return Profiles.profileFromValues(
        PDFAFlavour.valueOf(root.getAttribute("flavour")),
        Profiles.profileDetailsFromValues(name, name, "", new Date(0)),
        "",
        readRules(root),
        readVariables(root));
  }

  private static Set<Rule> readRules(Element root) {
    Set<Rule> rules = new HashSet<>();
    NodeList elements = root.getElementsByTagName("rule");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      Element id = (Element) element.getElementsByTagName("id").item(0);
      RuleId ruleId =
          Profiles.ruleIdFromValues(
              PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
              id.getAttribute("clause"),
              Integer.parseInt(id.getAttribute("testNumber")));
      Boolean deferred =
          element.hasAttribute("deferred") ? Boolean.valueOf(element.getAttribute("deferred")) : null;
      rules.add(
          Profiles.ruleFromValues(
              ruleId,
              element.getAttribute("object"),
              deferred,
              element.getAttribute("tags"),
              textOf(element, "description"),
              textOf(element, "test"),
              Profiles.errorFromValues(textOf(element, "message"), new ArrayList<>()),
              new ArrayList<>()));
    }
    return rules;
  }

  private static Set<Variable> readVariables(Element root) {
    Set<Variable> variables = new HashSet<>();
    NodeList elements = root.getElementsByTagName("variable");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      variables.add(
          Profiles.variableFromValues(
              element.getAttribute("name"),
              element.getAttribute("object"),
              textOf(element, "defaultValue"),
              textOf(element, "value")));
    }
    return variables;
  }

  private static String textOf(Element element, String name) {
    NodeList found = element.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent();
  }
}
