# Writes N typical policies below DIR: 12 purposes, 20 categories of data, 10
# recipients, 15 retention rows, 3 kB of own prose in each language.
#   awk -v n=1000 -v dir=DIR -f generate.awk

function both(fr, en) {
	return "{ fr \"" fr "\"; en \"" en "\" }"
}

function prose(lang, id, i, text) {
	text = ""
	for (i = 1; i <= 12; i++) {
		if (lang == "fr")
			text = text "      Nos équipes suivent la **charte " id "-" i "** : chaque dossier est ouvert par une seule\n" \
				"      personne, relu par une autre, puis classé. Le détail figure sur\n" \
				"      [notre site](https://www.example.com/charter/" id "/" i "), avec la liste des contrôles.\n\n"
		else
			text = text "      Our teams follow **charter " id "-" i "**: each file is opened by one person only,\n" \
				"      read again by another, then filed. The detail stands on\n" \
				"      [our site](https://www.example.com/charter/" id "/" i "), with the list of checks.\n\n"
	}
	return text
}

function policy(file, id, i, k) {
	print "polc 1 en\n\npolicy bench-" id " {" > file
	print "  label " both("Politique de confidentialité " id, "Privacy policy " id) > file
	print "  languages fr, en\n  law FR\n  site https://www.example.com/\n  version \"1." id "\"" > file
	print "  effective 2026-03-01\n  updated 2026-03-01\n}\n" > file
	print "controller company {\n  name \"Example " id "\"\n  nature company\n  public-body no" > file
	print "  address \"1 rue de la Paix\", \"75002 Paris\"\n  country FR\n  email privacy@example.com\n  phone \"+33 1 23 45 67 89\"\n}\n" > file
	print "dpo { email dpo@example.com }\n\npeople customers { label " both("Clients", "Customers") "; party yes }\n" > file
	for (i = 1; i <= 20; i++) {
		print "data data-" i " {\n  label " both("Données du dossier " i, "Data of file " i) > file
		print "  item " both("nom du dossier " i, "name of file " i) "\n  item " both("adresse du dossier " i, "address of file " i) > file
		print "  source data-subject\n  required contractual { otherwise " both("Nous ne pouvons pas ouvrir le dossier.", "We cannot open the file.") " }\n}\n" > file
	}
	for (i = 1; i <= 10; i++) {
		print "recipient recipient-" i " {\n  label " both("Prestataire " i, "Provider " i) "\n  name \"Provider " i " SAS\"" > file
		print "  role processor\n  country FR\n  activity " both("hébergement du lot " i, "hosting of lot " i) "\n}\n" > file
	}
	for (i = 1; i <= 12; i++) {
		k = i + 8
		print "purpose purpose-" i " {\n  label " both("Instruire les dossiers de type " i, "Process files of type " i) > file
		print "  detail " both("Nous lisons le dossier, puis nous répondons.", "We read the file, then we answer.") > file
		print "  types service\n  people customers\n  data data-" i ", data-" k "\n  basis contract" > file
		print "  recipients recipient-" (i % 10 + 1) ", recipient-" ((i + 3) % 10 + 1) "\n  retain 3 years after contract-end" > file
		if (i % 4 == 0)
			print "  archive 10 years after invoice from year-end { kind accounting; statute \"L. 123-22 du code de commerce\" }" > file
		print "}\n" > file
	}
	print "decisions none\n\ntrackers { used no }\n\nrights { email privacy@example.com }\n" > file
	print "security { measure " both("Accès réservé aux personnes habilitées.", "Access limited to authorised staff.") " }\n" > file
	print "section charter {\n  label " both("Notre charte", "Our charter") "\n  after security\n  body {\n    fr \"\"\"\n" prose("fr", id) \
		"      \"\"\"\n    en \"\"\"\n" prose("en", id) "      \"\"\"\n  }\n}" > file
	close(file)
}

BEGIN {
	for (number = 1; number <= n; number++)
		policy(dir "/bench-" number ".policy", number)
}
