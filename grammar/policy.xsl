<?xml version="1.0" encoding="UTF-8"?>
<!--
  The XML of a policy as one readable page: the text of each language, then every fact,
  named by the schema (policy.xsd, in the same folder; without it, by its element).
  XSLT 1.0; nothing of the XML is left out.    xsltproc policy.xsl policy.xml
  Le XML d'une politique en une page lisible : le texte dans chaque langue, puis tous les
  faits, nommés par le schéma (policy.xsd, dans le même dossier ; à défaut, par l'élément).
-->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:p="urn:polc:policy:1" exclude-result-prefixes="xs p">
  <xsl:output method="html" encoding="UTF-8" doctype-system="about:legacy-compat"/>
  <xsl:strip-space elements="p:policy p:facts p:document p:section p:list p:terms p:table p:row p:notice p:quote"/>

  <xsl:variable name="schema" select="document('policy.xsd')/xs:schema"/>

  <!-- the page -->

  <xsl:template match="/p:policy">
    <html lang="{p:document[1]/@xml:lang}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="p:document[1]/@title"/></title>
        <style>
          :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
          body { max-width: 46rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
          table { border-collapse: collapse; display: block; overflow-x: auto; }
          td, th { border: 1px solid; padding: .3rem .5rem; text-align: left; vertical-align: top; }
          dd { margin: 0 0 .4rem 1rem; }
          .facts dl, .facts p { margin: .1rem 0; }
          .facts dt { font-weight: 600; }
          code, pre { white-space: pre-wrap; }
        </style>
      </head>
      <body>
        <nav>
          <ul>
            <xsl:for-each select="p:document">
              <li><a href="#{@xml:lang}" lang="{@xml:lang}"><xsl:value-of select="@title"/></a></li>
            </xsl:for-each>
          </ul>
        </nav>
        <xsl:apply-templates select="p:document"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="p:document">
    <article lang="{@xml:lang}" id="{@xml:lang}">
      <h1><xsl:value-of select="@title"/></h1>
      <xsl:if test="../@draft = 'true'">
        <p><mark>
          <xsl:choose>
            <xsl:when test="@xml:lang = 'fr'">Projet</xsl:when>
            <xsl:otherwise>Draft</xsl:otherwise>
          </xsl:choose>
        </mark></p>
      </xsl:if>
      <xsl:apply-templates/>
      <section class="facts">
        <h2>
          <xsl:choose>
            <xsl:when test="@xml:lang = 'fr'">Les faits</xsl:when>
            <xsl:otherwise>The facts</xsl:otherwise>
          </xsl:choose>
        </h2>
        <dl>
          <xsl:for-each select="../@*">
            <dt><code><xsl:value-of select="name()"/></code></dt>
            <dd><xsl:value-of select="."/></dd>
          </xsl:for-each>
          <xsl:apply-templates select="../p:facts/*" mode="fact">
            <xsl:with-param name="lang" select="@xml:lang"/>
            <xsl:with-param name="fields" select="$schema/xs:complexType[@name = 'facts']/xs:sequence"/>
          </xsl:apply-templates>
        </dl>
      </section>
    </article>
  </xsl:template>

  <!-- the text: each element as the one of HTML that means the same -->

  <xsl:template name="place">
    <xsl:if test="@id">
      <xsl:attribute name="id"><xsl:value-of select="concat(ancestor::p:document/@xml:lang, '-', @id)"/></xsl:attribute>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p:section">
    <section><xsl:call-template name="place"/><xsl:apply-templates/></section>
  </xsl:template>

  <xsl:template match="p:heading">
    <xsl:variable name="depth" select="count(ancestor::p:section) + 1"/>
    <xsl:variable name="level">
      <xsl:choose>
        <xsl:when test="$depth &gt; 6">6</xsl:when>
        <xsl:otherwise><xsl:value-of select="$depth"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="h{$level}">
      <xsl:if test="../@number"><xsl:value-of select="concat(../@number, '. ')"/></xsl:if>
      <xsl:apply-templates/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="p:notice/p:heading" priority="1">
    <p><strong><xsl:apply-templates/></strong></p>
  </xsl:template>

  <xsl:template match="p:paragraph">
    <p><xsl:call-template name="place"/><xsl:apply-templates/></p>
  </xsl:template>

  <xsl:template match="p:list">
    <ul><xsl:call-template name="place"/><xsl:apply-templates/></ul>
  </xsl:template>

  <xsl:template match="p:list[@ordered = 'true']">
    <ol><xsl:call-template name="place"/><xsl:apply-templates/></ol>
  </xsl:template>

  <xsl:template match="p:item">
    <li><xsl:call-template name="place"/><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="p:terms">
    <dl><xsl:call-template name="place"/><xsl:apply-templates/></dl>
  </xsl:template>

  <xsl:template match="p:term">
    <dt><xsl:call-template name="place"/><xsl:apply-templates/></dt>
  </xsl:template>

  <xsl:template match="p:meaning">
    <dd><xsl:call-template name="place"/><xsl:apply-templates/></dd>
  </xsl:template>

  <xsl:template match="p:table">
    <table><xsl:call-template name="place"/><xsl:apply-templates/></table>
  </xsl:template>

  <xsl:template match="p:caption">
    <caption><xsl:apply-templates/></caption>
  </xsl:template>

  <xsl:template match="p:row">
    <tr><xsl:call-template name="place"/><xsl:apply-templates/></tr>
  </xsl:template>

  <xsl:template match="p:cell">
    <td><xsl:call-template name="place"/><xsl:apply-templates/></td>
  </xsl:template>

  <xsl:template match="p:cell[@header = 'true'] | p:row[@header = 'true']/p:cell">
    <th>
      <xsl:call-template name="place"/>
      <xsl:attribute name="scope">
        <xsl:choose>
          <xsl:when test="../@header = 'true'">col</xsl:when>
          <xsl:otherwise>row</xsl:otherwise>
        </xsl:choose>
      </xsl:attribute>
      <xsl:apply-templates/>
    </th>
  </xsl:template>

  <xsl:template match="p:notice">
    <aside><xsl:call-template name="place"/><xsl:apply-templates/></aside>
  </xsl:template>

  <xsl:template match="p:quote">
    <blockquote><xsl:apply-templates/></blockquote>
  </xsl:template>

  <xsl:template match="p:code-block">
    <pre><xsl:apply-templates/></pre>
  </xsl:template>

  <xsl:template match="p:rule"><hr/></xsl:template>

  <xsl:template match="p:gap">
    <mark><xsl:apply-templates/> (<xsl:value-of select="@rule"/>)</mark>
  </xsl:template>

  <xsl:template match="p:strong"><strong><xsl:apply-templates/></strong></xsl:template>

  <xsl:template match="p:emphasis"><em><xsl:apply-templates/></em></xsl:template>

  <xsl:template match="p:code"><code><xsl:apply-templates/></code></xsl:template>

  <!-- an address, or the text alone where it is none that a page may link to -->
  <xsl:template name="link">
    <xsl:param name="address"/>
    <xsl:param name="text" select="string($address)"/>
    <xsl:choose>
      <xsl:when test="starts-with($address, 'https://') or starts-with($address, 'http://')
        or starts-with($address, 'mailto:') or starts-with($address, 'tel:')">
        <a href="{$address}"><xsl:copy-of select="$text"/></a>
      </xsl:when>
      <xsl:otherwise><xsl:copy-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="p:link">
    <xsl:call-template name="link">
      <xsl:with-param name="address" select="@href"/>
      <xsl:with-param name="text"><xsl:apply-templates/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="p:reference">
    <a href="#{ancestor::p:document/@xml:lang}-{@ref}"><xsl:apply-templates/></a>
  </xsl:template>

  <xsl:template match="p:break"><br/></xsl:template>

  <xsl:template match="p:foreign"><span lang="{@xml:lang}"><xsl:apply-templates/></span></xsl:template>

  <!-- the facts: a name from the schema, then what is said -->

  <xsl:template match="*" mode="fact">
    <xsl:param name="lang"/>
    <xsl:param name="fields"/>
    <xsl:variable name="field" select="$fields/xs:element[@name = local-name(current())]"/>
    <xsl:variable name="help" select="$field/xs:annotation/xs:documentation[@xml:lang = $lang]"/>
    <dt>
      <xsl:value-of select="substring($help, 1, string-length($help) - 1)"/>
      <xsl:if test="$help"><xsl:text> </xsl:text></xsl:if>
      <code><xsl:value-of select="local-name()"/></code>
      <xsl:for-each select="@*[name() != 'href' and name() != 'ref']">
        <xsl:text> </xsl:text><code><xsl:value-of select="."/></code>
      </xsl:for-each>
    </dt>
    <dd>
      <xsl:apply-templates select="." mode="value">
        <xsl:with-param name="lang" select="$lang"/>
        <xsl:with-param name="field" select="$field"/>
      </xsl:apply-templates>
    </dd>
  </xsl:template>

  <!-- a text in each language, an object, or a period -->
  <xsl:template match="*[*]" mode="value">
    <xsl:param name="lang"/>
    <xsl:param name="field"/>
    <xsl:for-each select="p:text[@xml:lang = $lang or not(@xml:lang = /p:policy/p:document/@xml:lang)]">
      <p lang="{@xml:lang}"><xsl:value-of select="."/></p>
    </xsl:for-each>
    <xsl:if test="*[not(self::p:text[@xml:lang])]">
      <dl>
        <xsl:apply-templates select="*[not(self::p:text[@xml:lang])]" mode="fact">
          <xsl:with-param name="lang" select="$lang"/>
          <xsl:with-param name="fields"
            select="$schema/xs:complexType[@name = $field/@type]/xs:sequence | $field/xs:complexType/xs:sequence"/>
        </xsl:apply-templates>
      </dl>
    </xsl:if>
  </xsl:template>

  <!-- a word, with its label, or any other value -->
  <xsl:template match="*[not(*)]" mode="value">
    <xsl:param name="lang"/>
    <xsl:param name="field"/>
    <xsl:variable name="words" select="$schema/xs:simpleType[@name = $field/@type]/xs:restriction"/>
    <xsl:variable name="label"
      select="$words/xs:enumeration[@value = string(current())]/xs:annotation/xs:documentation[@xml:lang = $lang]"/>
    <xsl:choose>
      <xsl:when test="@href">
        <xsl:call-template name="link"><xsl:with-param name="address" select="@href"/></xsl:call-template>
      </xsl:when>
      <xsl:when test="@ref"><code><xsl:value-of select="@ref"/></code></xsl:when>
      <xsl:when test="$label">
        <xsl:value-of select="$label"/><xsl:text> </xsl:text><code><xsl:value-of select="."/></code>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="link"><xsl:with-param name="address" select="."/></xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
