BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
CREATE TABLE approvals (
	report VARCHAR NOT NULL, 
	decision VARCHAR NOT NULL, 
	role TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	reason TEXT NOT NULL, 
	CONSTRAINT pk_approvals PRIMARY KEY (report), 
	CONSTRAINT fk_approvals_report FOREIGN KEY(report) REFERENCES reports (id)
);
INSERT INTO "approvals" VALUES('syria-01','approved','head','2024-11-30 12:00:00.000000','');
CREATE TABLE articles (
	id VARCHAR NOT NULL, 
	name TEXT NOT NULL, 
	title TEXT, 
	publisher TEXT, 
	published VARCHAR, 
	published_at DATETIME, 
	url TEXT, 
	language TEXT, 
	country TEXT, 
	retrieved VARCHAR, 
	text_sha256 VARCHAR NOT NULL, 
	text TEXT NOT NULL, 
	media_type TEXT, 
	raw BLOB, 
	CONSTRAINT pk_articles PRIMARY KEY (id)
);
INSERT INTO "articles" VALUES('c439d20f446401f9','old',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'302b08ef474961aac630310014a80fddb861b133e330e5f23eedb1e2d50cacc4','The text of old 0000 ٣','text/plain',X'789C0BC948552849AD2851C84F53C8CF49516050B8B9388448310083531543');
INSERT INTO "articles" VALUES('55aa51e47e57dc61','cited',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'8fc2df82d41b2f091f461cc2b28b1c6b4adadf71592534de86eab5bd82e6146d','The text of cited 0000 ٣','text/plain',X'789C0BC948552849AD2851C84F5348CE2C494D516050B8B93884045100113417A1');
INSERT INTO "articles" VALUES('fe78b07f6868d571','used',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'5a65b1a64a226fe7916332e757288defb0713c1681b02156c7e9567e3a11f660','The text of used 0000 ٣','text/plain',X'789C0BC948552849AD2851C84F53282D4E4D516050B8B93884684100CD1B1699');
INSERT INTO "articles" VALUES('e22aa04b6d6e93cf','new',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL,'bfbd1c34472112b970b3645fd85220dc6dd88847b5c4fd4ae14275597b145d44','The text of new 0000 ٣','text/plain',X'789C0BC948552849AD2851C84F53C84B2D576050B8B9388448310086921564');
CREATE TABLE crisis_articles (
	crisis VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	source TEXT NOT NULL, 
	first_seen DATETIME NOT NULL, 
	CONSTRAINT pk_crisis_articles PRIMARY KEY (crisis, article), 
	CONSTRAINT fk_crisis_articles_article FOREIGN KEY(article) REFERENCES articles (id)
);
INSERT INTO "crisis_articles" VALUES('syria','c439d20f446401f9','feed','2024-11-30 12:00:00.000000');
INSERT INTO "crisis_articles" VALUES('syria','55aa51e47e57dc61','feed','2024-11-30 12:00:00.000000');
INSERT INTO "crisis_articles" VALUES('syria','fe78b07f6868d571','feed','2024-11-30 12:00:00.000000');
INSERT INTO "crisis_articles" VALUES('syria','e22aa04b6d6e93cf','feed','2024-12-10 12:00:00.000000');
CREATE TABLE deliveries (
	message_id VARCHAR NOT NULL, 
	report VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	crisis VARCHAR NOT NULL, 
	recipient TEXT NOT NULL, 
	state VARCHAR NOT NULL, 
	queued DATETIME NOT NULL, 
	changed DATETIME NOT NULL, 
	attempts INTEGER NOT NULL, 
	code INTEGER, 
	reply TEXT NOT NULL, 
	CONSTRAINT pk_deliveries PRIMARY KEY (message_id), 
	CONSTRAINT fk_deliveries_report FOREIGN KEY(report) REFERENCES reports (id), 
	CONSTRAINT uq_deliveries_report_recipient UNIQUE (report, recipient)
);
INSERT INTO "deliveries" VALUES('<syria-01.a@example.org>','syria-01',0,'syria','a@example.org','pending','2024-11-30 12:00:00.000000','2024-11-30 12:00:00.000000',0,NULL,'');
INSERT INTO "deliveries" VALUES('<syria-01.b@x.org>','syria-01',1,'syria','b@x.org','pending','2024-11-30 12:00:00.000000','2024-11-30 12:00:00.000000',0,NULL,'');
CREATE TABLE extractions (
	extractor VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	CONSTRAINT pk_extractions PRIMARY KEY (extractor, article), 
	CONSTRAINT fk_extractions_article FOREIGN KEY(article) REFERENCES articles (id)
);
INSERT INTO "extractions" VALUES('1','c439d20f446401f9');
INSERT INTO "extractions" VALUES('1','55aa51e47e57dc61');
INSERT INTO "extractions" VALUES('1','fe78b07f6868d571');
CREATE TABLE figures (
	extractor VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	data TEXT NOT NULL, 
	CONSTRAINT pk_figures PRIMARY KEY (extractor, article, position), 
	CONSTRAINT fk_figures_article FOREIGN KEY(article) REFERENCES articles (id)
);
INSERT INTO "figures" VALUES('1','c439d20f446401f9',0,'fc439d20f446401f9-1','deaths','{"id":"fc439d20f446401f9-1","article":"c439d20f446401f9","measure":"deaths","text":"1","start":0,"end":1,"value":1,"low":null,"high":null,"qualifier":"exact","unit":"people","population":[],"group":null,"head":null,"place":null,"place_basis":null,"source":null,"certainty":"reported","scope":"current","part_of":null,"sector":null,"stock_flow":"flow","since":null,"until":null,"quote":"","quote_start":0,"quote_end":0,"rule":"","cues":[]}');
INSERT INTO "figures" VALUES('1','c439d20f446401f9',1,'fc439d20f446401f9-2','deaths','{"id":"fc439d20f446401f9-2","article":"c439d20f446401f9","measure":"deaths","text":"2","start":0,"end":1,"value":2,"low":null,"high":null,"qualifier":"exact","unit":"people","population":[],"group":null,"head":null,"place":null,"place_basis":null,"source":null,"certainty":"reported","scope":"current","part_of":null,"sector":null,"stock_flow":"flow","since":null,"until":null,"quote":"","quote_start":0,"quote_end":0,"rule":"","cues":[]}');
INSERT INTO "figures" VALUES('1','55aa51e47e57dc61',0,'f55aa51e47e57dc61-1','deaths','{"id":"f55aa51e47e57dc61-1","article":"55aa51e47e57dc61","measure":"deaths","text":"1","start":0,"end":1,"value":1,"low":null,"high":null,"qualifier":"exact","unit":"people","population":[],"group":null,"head":null,"place":null,"place_basis":null,"source":null,"certainty":"reported","scope":"current","part_of":null,"sector":null,"stock_flow":"flow","since":null,"until":null,"quote":"","quote_start":0,"quote_end":0,"rule":"","cues":[]}');
INSERT INTO "figures" VALUES('1','55aa51e47e57dc61',1,'f55aa51e47e57dc61-2','deaths','{"id":"f55aa51e47e57dc61-2","article":"55aa51e47e57dc61","measure":"deaths","text":"2","start":0,"end":1,"value":2,"low":null,"high":null,"qualifier":"exact","unit":"people","population":[],"group":null,"head":null,"place":null,"place_basis":null,"source":null,"certainty":"reported","scope":"current","part_of":null,"sector":null,"stock_flow":"flow","since":null,"until":null,"quote":"","quote_start":0,"quote_end":0,"rule":"","cues":[]}');
INSERT INTO "figures" VALUES('1','fe78b07f6868d571',0,'ffe78b07f6868d571-1','deaths','{"id":"ffe78b07f6868d571-1","article":"fe78b07f6868d571","measure":"deaths","text":"1","start":0,"end":1,"value":1,"low":null,"high":null,"qualifier":"exact","unit":"people","population":[],"group":null,"head":null,"place":null,"place_basis":null,"source":null,"certainty":"reported","scope":"current","part_of":null,"sector":null,"stock_flow":"flow","since":null,"until":null,"quote":"","quote_start":0,"quote_end":0,"rule":"","cues":[]}');
INSERT INTO "figures" VALUES('1','fe78b07f6868d571',1,'ffe78b07f6868d571-2','deaths','{"id":"ffe78b07f6868d571-2","article":"fe78b07f6868d571","measure":"deaths","text":"2","start":0,"end":1,"value":2,"low":null,"high":null,"qualifier":"exact","unit":"people","population":[],"group":null,"head":null,"place":null,"place_basis":null,"source":null,"certainty":"reported","scope":"current","part_of":null,"sector":null,"stock_flow":"flow","since":null,"until":null,"quote":"","quote_start":0,"quote_end":0,"rule":"","cues":[]}');
CREATE TABLE findings (
	report VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	measure VARCHAR NOT NULL, 
	data TEXT NOT NULL, 
	CONSTRAINT pk_findings PRIMARY KEY (report, position), 
	CONSTRAINT fk_findings_report FOREIGN KEY(report) REFERENCES reports (id)
);
INSERT INTO "findings" VALUES('syria-01',0,'f','deaths','{"id":"f","measure":"deaths","population":[],"group":null,"place":null,"crisis_wide":false,"stock_flow":"flow","scope":"current","since":null,"until":null,"relation":"single","members":[],"origins":[],"articles":0,"low":null,"high":null,"flags":[],"grouped_by":[],"why":"because of 0 figures","estimate":null}');
CREATE TABLE needs (
	extractor VARCHAR NOT NULL, 
	article VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	id VARCHAR NOT NULL, 
	data TEXT NOT NULL, 
	CONSTRAINT pk_needs PRIMARY KEY (extractor, article, position), 
	CONSTRAINT fk_needs_article FOREIGN KEY(article) REFERENCES articles (id)
);
INSERT INTO "needs" VALUES('1','fe78b07f6868d571',0,'n','{"id":"n","article":"fe78b07f6868d571","quote":"No water.","start":0,"end":9,"sectors":["wash"],"place":null,"source":null,"rule":""}');
CREATE TABLE overrides (
	crisis VARCHAR NOT NULL, 
	figure VARCHAR NOT NULL, 
	action VARCHAR NOT NULL, 
	role TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_overrides PRIMARY KEY (crisis, figure)
);
INSERT INTO "overrides" VALUES('syria','f','pin','analyst','why','2024-11-30 12:00:00.000000');
CREATE TABLE report_articles (
	report VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	article VARCHAR NOT NULL, 
	cited BOOLEAN NOT NULL, 
	CONSTRAINT pk_report_articles PRIMARY KEY (report, position), 
	CONSTRAINT fk_report_articles_report FOREIGN KEY(report) REFERENCES reports (id)
);
INSERT INTO "report_articles" VALUES('syria-01',0,'55aa51e47e57dc61',1);
INSERT INTO "report_articles" VALUES('syria-01',1,'fe78b07f6868d571',0);
CREATE TABLE report_files (
	report VARCHAR NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	media_type VARCHAR NOT NULL, 
	data BLOB NOT NULL, 
	CONSTRAINT pk_report_files PRIMARY KEY (report, position), 
	CONSTRAINT fk_report_files_report FOREIGN KEY(report) REFERENCES reports (id)
);
INSERT INTO "report_files" VALUES('syria-01',0,'r.pdf','application/pdf',X'789C010001FFFE000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F202122232425262728292A2B2C2D2E2F303132333435363738393A3B3C3D3E3F404142434445464748494A4B4C4D4E4F505152535455565758595A5B5C5D5E5F606162636465666768696A6B6C6D6E6F707172737475767778797A7B7C7D7E7F808182838485868788898A8B8C8D8E8F909192939495969798999A9B9C9D9E9FA0A1A2A3A4A5A6A7A8A9AAABACADAEAFB0B1B2B3B4B5B6B7B8B9BABBBCBDBEBFC0C1C2C3C4C5C6C7C8C9CACBCCCDCECFD0D1D2D3D4D5D6D7D8D9DADBDCDDDEDFE0E1E2E3E4E5E6E7E8E9EAEBECEDEEEFF0F1F2F3F4F5F6F7F8F9FAFBFCFDFEFFADF67F81');
CREATE TABLE reports (
	id VARCHAR NOT NULL, 
	crisis VARCHAR NOT NULL, 
	product VARCHAR NOT NULL, 
	number INTEGER NOT NULL, 
	revision INTEGER NOT NULL, 
	as_of DATETIME NOT NULL, 
	issued DATETIME NOT NULL, 
	extractor VARCHAR NOT NULL, 
	settings TEXT NOT NULL, 
	overrides TEXT NOT NULL, 
	report BLOB NOT NULL, 
	previous VARCHAR, 
	corrects VARCHAR, 
	program VARCHAR NOT NULL, problems TEXT DEFAULT '[]' NOT NULL, outside TEXT DEFAULT '[]' NOT NULL, 
	CONSTRAINT pk_reports PRIMARY KEY (id), 
	CONSTRAINT uq_reports_crisis_product_number_revision UNIQUE (crisis, product, number, revision)
);
INSERT INTO "reports" VALUES('syria-01','syria','sitrep',1,0,'2024-12-01 12:00:00.000000','2024-12-01 12:00:00.000000','1','{}','[]',X'789CAB56CA2BCD4D4A2D52B232AC05001C720431',NULL,NULL,'','[{"where":"feed","what":"cannot be reached","note":false}]','[["templates/report.md.j2","0000000000000000000000000000000000000000000000000000000000000000"]]');
CREATE TABLE runs (
	id VARCHAR NOT NULL, 
	crisis VARCHAR NOT NULL, 
	started DATETIME NOT NULL, 
	finished DATETIME, 
	outcome VARCHAR NOT NULL, 
	report VARCHAR, 
	counts TEXT NOT NULL, 
	problems TEXT NOT NULL, 
	CONSTRAINT pk_runs PRIMARY KEY (id)
);
INSERT INTO "runs" VALUES('20241130T120000Z-18d01cc3','syria','2024-11-30 12:00:00.000000','2024-11-30 12:00:00.000000','done',NULL,'{}','[{"where": "feed", "what": "cannot be reached", "note": false}]');
CREATE TABLE source_states (
	crisis VARCHAR NOT NULL, 
	source VARCHAR NOT NULL, 
	etag TEXT, 
	last_modified TEXT, 
	cursor TEXT, 
	checked DATETIME, 
	succeeded DATETIME, 
	failures INTEGER NOT NULL, 
	failing_since DATETIME, 
	problem TEXT, 
	CONSTRAINT pk_source_states PRIMARY KEY (crisis, source)
);
INSERT INTO "source_states" VALUES('syria','feed','e',NULL,NULL,'2024-11-30 12:00:00.000000',NULL,0,NULL,NULL);
CREATE INDEX ix_articles_text_sha256 ON articles (text_sha256);
CREATE INDEX ix_runs_crisis_started ON runs (crisis, started);
CREATE INDEX ix_crisis_articles_article ON crisis_articles (article);
CREATE INDEX ix_crisis_articles_crisis_first_seen ON crisis_articles (crisis, first_seen);
CREATE INDEX ix_deliveries_crisis_state ON deliveries (crisis, state);
CREATE INDEX ix_extractions_article ON extractions (article);
CREATE INDEX ix_figures_article ON figures (article);
CREATE INDEX ix_figures_id ON figures (id);
CREATE INDEX ix_findings_id ON findings (id);
CREATE INDEX ix_needs_article ON needs (article);
CREATE INDEX ix_report_articles_article ON report_articles (article);
COMMIT;
